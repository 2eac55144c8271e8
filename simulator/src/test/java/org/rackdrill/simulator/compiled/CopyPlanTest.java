package org.rackdrill.simulator.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;

/** How long copies take, and how that follows what is not known well. */
class CopyPlanTest {

    private static final LabReader READER = new LabReader(Catalogue.load());

    /** 1 TB, of which half changes in a year and a tenth is added; 100 MB/s at home, 10 Mbit/s up, 50 down there. */
    private static final String LAB = """
            rackdrill: 1
            sites: {home: {}, friend: {}}
            network:
              router: {model: generic-router}
              wan: {model: generic-wan, uplink-of: router, up: 10 Mbit/s (5 Mbit/s - 20 Mbit/s), down: 100 Mbit/s}
              far-router: {model: generic-router, site: friend}
              far-wan: {model: generic-wan, uplink-of: far-router, up: 20 Mbit/s, down: 50 Mbit/s}
            nodes:
              box: {model: generic-node, site: home, network: router, pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
              near: {model: generic-node, site: home, network: router, pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
              far: {model: generic-node, site: friend, network: far-router, pools: {tank: {layout: mirror, disks: 2 x generic-hdd}}}
            services:
              photos: {on: box, data: {at: box/tank, size: 1 TB, growth: 100 GB/y}}
            copies: {photos: [{to: near/tank, every: 1 d}, {to: far/tank, every: 1 d}]}
            operations: {transfers: {rewritten: about every 2 y (1 y - 4 y), lan: 100 MB/s (50 MB/s - 110 MB/s)}}
            """;

    private final CompiledLab lab = Compiler.compile(
            READER.read("lab.yaml", LAB.getBytes(StandardCharsets.UTF_8)).lab().orElseThrow());
    private final CopyPlan near = lab.copies()[0];
    private final CopyPlan far = lab.copies()[1];

    private double[] with(String parameter, double factor) {
        double[] factors = lab.parameters().bestGuess();
        for (int i = 0; i < factors.length; i++) {
            if (lab.parameters().get(i).name().equals(parameter)) {
                factors[i] = factor;
                return factors;
            }
        }
        throw new AssertionError("nothing uncertain is called " + parameter);
    }

    @Test
    void aSyncCarriesWhatIsAddedAndWhatIsChanged() {
        double bytes = (0.5e12 + 0.1e12) / 365;

        assertThat(near.transferHours()).isEqualTo(bytes / 100e6 / 3600, within(1e-9));
        assertThat(far.transferHours()).isEqualTo(bytes / 1.25e6 / 3600, within(1e-9));
        assertThat(far.restoreHours()).isEqualTo(1e12 / 2.5e6 / 3600, within(1e-6));
        assertThat(far.fetchHours()).isEqualTo(1e12 / 100e6 / 3600, within(1e-9));
    }

    @Test
    void dataThatChangeHalfAsOftenLeaveTheGrowth() {
        CopyPlan calm = near.under(with("transfers rewritten", 2));

        assertThat(calm.transferHours()).isEqualTo((0.25e12 + 0.1e12) / 365 / 100e6 / 3600, within(1e-9));
        assertThat(calm.seedHours()).isEqualTo(near.seedHours());
    }

    @Test
    void aSlowCableTakesLongerAndALineOutsideIsItsOwn() {
        double[] slow = with("transfers lan", 0.5);

        assertThat(near.under(slow).seedHours()).isEqualTo(2 * near.seedHours());
        assertThat(far.under(slow).seedHours()).isEqualTo(far.seedHours());
        assertThat(far.under(slow).fetchHours()).isEqualTo(2 * far.fetchHours());
        assertThat(far.under(with("wan up", 0.5)).seedHours()).isEqualTo(2 * far.seedHours());
    }
}
