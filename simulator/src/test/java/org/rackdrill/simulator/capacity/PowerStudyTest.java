package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.lab.Lab;

/** Watts, amperes, minutes and money against numbers worked out by hand. */
class PowerStudyTest {

    private static final String ONE_BOX = """
            rackdrill: 1
            name: One box
            sites: {home: {outlet: {volts: 230 V, amps: 10 A}, electricity: %s}}
            %s
            nodes:
              box: {model: generic-node, %s idle-watts: 100 W, watts: %s, max-watts: 400 W}
            network: {}
            services: {web: {on: box}}
            """;

    private static final String ONLINE = """
            ups:
              ups1:
                model: generic-ups
                topology: double-conversion
                efficiency: 90%
                watt-limit: 900 W
                volt-amperes: 1000 VA
                runtime: {100 W: 60 min, 400 W: 15 min}
                battery-life: fixed(4 y)
                battery-age: 2 y
                recharge: fixed(5 h)
            """;

    /** The known answers of energy: 250 W for a year, and 180 W behind a UPS that loses a tenth. */
    @Test
    void aYearOf250WattsIs2190KilowattHours() {
        PowerAnswer power = PowerStudy.of(LabText.lab(ONE_BOX.formatted("0.30 AUD/kWh", "", "", "250 W")));
        assertThat(power.watts().best()).isEqualTo(250);
        assertThat(power.kWhPerYear().best()).isCloseTo(2190, within(1e-9));
        assertThat(power.costPerYear().best()).isCloseTo(657, within(1e-9));
        assertThat(power.costPerMonth().best()).isCloseTo(54.75, within(1e-9));
        assertThat(power.currency()).isEqualTo("AUD");
        assertThat(power.heatBtuPerHour().best()).isCloseTo(853.04, within(0.01));
    }

    @Test
    void whatAUpsLosesIsPaidFor() {
        PowerAnswer power =
                PowerStudy.of(LabText.lab(ONE_BOX.formatted("0.32 AUD/kWh", ONLINE, "powered-by: ups1,", "180 W")));
        assertThat(power.watts().best()).isCloseTo(200, within(1e-9));
        assertThat(power.kWhPerYear().best()).isCloseTo(1752, within(1e-9));
        assertThat(power.costPerYear().best()).isCloseTo(560.64, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"99.671, 28.82", "99.741, 22.69", "99.982, 1.577", "99.995, 0.438"})
    void aTierIsSoManyHoursAYear(double percent, double hours) {
        assertThat(Energy.hoursPerYear(1 - percent / 100)).isCloseTo(hours, within(0.005));
    }

    @Test
    void aBatteryHalfAsOldAsItsLifeHoldsTheSquareRootOfFourFifths() {
        PowerAnswer.AtUps ups = PowerStudy.of(
                        LabText.lab(ONE_BOX.formatted("0.32 AUD/kWh", ONLINE, "powered-by: ups1,", "200 W")))
                .ups()
                .get(0);
        // 200 W is the middle of 100 W and 400 W on the logarithmic scale, and so are 30 min of 60 and 15.
        double left = Math.sqrt(0.8);
        assertThat(ups.batteryLeft().best()).isCloseTo(left, within(1e-9));
        PowerAnswer.Load usual = ups.usual().orElseThrow();
        assertThat(usual.watts().best()).isEqualTo(200);
        assertThat(usual.voltAmperes().best()).isCloseTo(210.53, within(0.01));
        assertThat(usual.minutes().best()).isCloseTo(30 * left, within(1e-9));
        assertThat(usual.share().best()).isCloseTo(200.0 / 900, within(1e-9));
        assertThat(ups.loads()).extracting(PowerAnswer.Load::at).containsExactly("idle", "usual", "most");
    }

    @Test
    void anOverloadedUpsCarriesNothing() {
        String small = ONLINE.replace("watt-limit: 900 W", "watt-limit: 300 W");
        PowerAnswer.AtUps ups = PowerStudy.of(
                        LabText.lab(ONE_BOX.formatted("0.32 AUD/kWh", small, "powered-by: ups1,", "200 W")))
                .ups()
                .get(0);
        PowerAnswer.Load most = ups.loads().get(2);
        assertThat(most.share().best()).isCloseTo(4.0 / 3, within(1e-9));
        assertThat(most.minutes().best()).isZero();
    }

    @Test
    void theNearerOfBothLimitsCounts() {
        String narrow = ONLINE.replace("volt-amperes: 1000 VA", "volt-amperes: 400 VA");
        PowerAnswer.AtUps ups = PowerStudy.of(
                        LabText.lab(ONE_BOX.formatted("0.32 AUD/kWh", narrow, "powered-by: ups1,", "190 W")))
                .ups()
                .get(0);
        assertThat(ups.loads().get(1).share().best()).isCloseTo(0.5, within(1e-9));
    }

    private static final String TWO_UPS = """
            rackdrill: 1
            name: Two UPS
            sites: {home: {breaker: {amps: 16 A, curve: b, shared-with: {oven: 2300 W}}}}
            ups:
              a: {model: generic-ups, watt-limit: 500 W, efficiency: 100%, runtime: {100 W: 60 min}}
              b: {model: generic-ups, watt-limit: 500 W, efficiency: 100%, runtime: {100 W: 60 min}}
            network:
              sw: {model: generic-switch-1g, site: home, powered-by: b, watts: 20 W, max-watts: 20 W}
              ap: {model: generic-access-point, site: home, powered-by: sw, watts: 10 W, max-watts: 15 W}
            nodes:
              both: {model: generic-server, powered-by: [a, b], idle-watts: 100 W, watts: 300 W, max-watts: 400 W, inrush: 20 A}
              left: {model: generic-node, powered-by: a, idle-watts: 50 W, watts: 100 W, max-watts: 150 W, inrush: 30 A}
              wall: {model: generic-node, idle-watts: 10 W, watts: 60 W, max-watts: 80 W, inrush: 10 A}
            services: {web: {on: both}}
            """;

    @Test
    void whenOneUpsFailsTheOtherCarriesWhatHangsOnBoth() {
        PowerAnswer power = PowerStudy.of(LabText.lab(TWO_UPS));
        PowerAnswer.AtUps a = power.ups().get(0);
        PowerAnswer.AtUps b = power.ups().get(1);
        assertThat(a.usual().orElseThrow().watts().best()).isEqualTo(150 + 100);
        assertThat(b.usual().orElseThrow().watts().best()).isEqualTo(150 + 20 + 10);
        assertThat(a.loads().get(3).at()).isEqualTo("without b");
        assertThat(a.loads().get(3).watts().best()).isEqualTo(300 + 100);
        assertThat(b.loads().get(3).watts().best()).isEqualTo(300 + 20 + 10);
    }

    @Test
    void theCircuitCarriesTheHouseholdToo() {
        PowerAnswer.AtSite home = PowerStudy.of(LabText.lab(TWO_UPS)).sites().get(0);
        double rack = 300 + 100 + 60 + 20 + 10;
        assertThat(home.watts().best()).isCloseTo(rack, within(1e-9));
        assertThat(home.amps().best()).isCloseTo(rack / 230, within(1e-9));
        PowerAnswer.Circuit circuit = Objects.requireNonNull(home.circuit());
        assertThat(circuit.sharedAmps()).isCloseTo(10, within(1e-9));
        assertThat(circuit.withAllAmps().best()).isCloseTo(10 + rack / 230, within(1e-9));
        assertThat(circuit.bearsAmps()).isCloseTo(18.08, within(1e-9));
        assertThat(circuit.tripsAmps()).isCloseTo(23.2, within(1e-9));
    }

    @Test
    void moreThanABreakerBearsAtOnceIsSwitchedOnInSteps() {
        PowerAnswer.Inrush inrush =
                PowerStudy.of(LabText.lab(TWO_UPS)).sites().get(0).inrush();
        assertThat(inrush.nodes()).containsExactly("both", "left", "wall");
        assertThat(inrush.amps().best()).isEqualTo(60);
        assertThat(inrush.bearsAmps()).isEqualTo(48);
        assertThat(inrush.steps())
                .extracting(PowerAnswer.Step::nodes)
                .containsExactly(List.of("both"), List.of("left", "wall"));
    }

    @Test
    void aBootOrderThatIsAlreadyThereIsHeeded() {
        PowerAnswer.Inrush inrush = PowerStudy.of(LabText.lab(TWO_UPS.replace("both: {", "both: {boot-order: 1, ")))
                .sites()
                .get(0)
                .inrush();
        assertThat(inrush.nodes()).containsExactly("left", "wall");
        assertThat(inrush.amps().best()).isEqualTo(40);
        assertThat(inrush.steps()).isEmpty();
    }

    @Test
    void whatHangsOnAnInverterDoesNotReachTheBreaker() {
        String inverters = TWO_UPS.replace("watt-limit: 500 W", "topology: double-conversion, watt-limit: 500 W");
        PowerAnswer.Inrush inrush =
                PowerStudy.of(LabText.lab(inverters)).sites().get(0).inrush();
        assertThat(inrush.nodes()).containsExactly("wall");
    }

    @Test
    void anEmptyBatteryIsChargedOnTop() {
        Lab lab = LabText.lab(ONE_BOX.formatted("0.32 AUD/kWh", ONLINE, "powered-by: ups1,", "200 W"));
        PowerAnswer.AtSite home = PowerStudy.of(lab).sites().get(0);
        // 200 W for half an hour are 100 Wh, in 5 h at 75 %: 26.67 W.
        assertThat(home.chargingAmps().best()).isCloseTo((200 / 0.9 + 100 / 5.0 / 0.75) / 230, within(1e-9));
    }

    @Test
    void intervalsHoldTheBestGuessAndGrowWithWhatIsNotKnown() {
        Lab lab = LabText.shipped("v1");
        PowerAnswer guess = PowerStudy.of(lab);
        PowerAnswer drawn = new PowerStudy(lab, new Unknowns(400, 1)).answer();
        assertThat(drawn.watts().best()).isEqualTo(guess.watts().best());
        assertThat(drawn.watts().low()).isLessThan(drawn.watts().best() * 0.97);
        assertThat(drawn.watts().high()).isGreaterThan(drawn.watts().best() * 1.03);
        assertThat(new PowerStudy(lab, new Unknowns(400, 1)).answer()).isEqualTo(drawn);
    }

    @Test
    void aLabWithoutUpsAndWithoutNodesHasAnAnswerToo() {
        PowerAnswer power = PowerStudy.of(LabText.shipped("o8-one-of-two"));
        assertThat(power.watts().best()).isZero();
        assertThat(power.ups()).isEmpty();
        assertThat(PowerStudy.of(LabText.shipped("v0")).ups()).isEmpty();
    }
}
