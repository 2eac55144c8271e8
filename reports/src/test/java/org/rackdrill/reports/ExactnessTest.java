package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.study.Results;

/** Whether the simulation agrees with what is known without luck is said aloud. */
class ExactnessTest {

    private static Results with(String... agreements) {
        SampleLab lab = new SampleLab("o8", "One of two");
        for (int i = 0; i < agreements.length; i++) {
            lab.service("cool" + i, "none", "", 0.999, 0.9995, 0.9994, 0.9996)
                    .cause("a", "failure", "a", 1, false)
                    .exactly(agreements[i], "exact 0.0005, simulated 0.0005 down");
        }
        return lab.results();
    }

    private static String page(Results results) {
        return SimulationReport.html(
                results, new ReportContext("1 May 2026", "rackdrill simulate o8", "rackdrill report"));
    }

    @Test
    void oneSentenceSaysThatBothAgree() {
        Results results = with("agrees", "agrees");

        assertThat(page(results)).contains("Exact and simulated agree for all two services");
        assertThat(TerminalSummary.text(results, false))
                .contains("Exact         agrees with what was simulated for all two services");
    }

    @Test
    void whatDoesNotAgreeIsShouted() {
        Results results = with("agrees", "disagrees");

        assertThat(page(results))
                .contains("EXACT AND SIMULATED DO NOT AGREE for cool1")
                .contains("rule no")
                .doesNotContain("simulated agree");
        assertThat(TerminalSummary.text(results, false)).contains("DOES NOT AGREE with what was simulated for cool1");
    }

    @Test
    void whatIsNotComparedSaysWhy() {
        assertThat(page(with("not compared")))
                .contains("Known exactly, but not compared: exact 0.0005, simulated 0.0005 down.");
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        assertThat(page(Samples.v1())).doesNotContain("Exact and simulated");
        assertThat(TerminalSummary.text(Samples.v1(), false)).doesNotContain("Exact ");
    }

    @Test
    void aVariantSaysThatItIsNone() {
        SampleLab lab = new SampleLab("v1", "Homelab").variant("This is not the lab itself.");
        lab.service("cool", "none", "", 0.999, 0.9995, 0.9994, 0.9996).cause("a", "failure", "a", 1, false);

        assertThat(page(lab.results())).contains("This is not the lab itself.");
        assertThat(TerminalSummary.text(lab.results(), false)).contains("Variant       exponentialised");
    }

    @Test
    void aVariantSaysNothingOfWhatItLeavesOut() {
        SampleLab lab = new SampleLab("v1", "Homelab").variant("This is not the lab itself.");
        lab.service("cool", "none", "", 0.999, 0.9995, 0.9994, 0.9996).cause("a", "failure", "a", 1, false);

        assertThat(page(lab.results()))
                .doesNotContain("Costs its owner", "names no data", "The whole lab", "id=\"power\"");
        assertThat(TerminalSummary.text(lab.results(), false)).doesNotContain("Data  ", "Toil  ", "Power  ");
    }
}
