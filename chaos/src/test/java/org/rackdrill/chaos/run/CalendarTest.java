package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.Calendar.Busy;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.model.lab.Service.Hours;

/** When a drill may start. The first of January 2026 is a Thursday. */
class CalendarTest {
    private static final LocalDateTime THURSDAY_NOON = LocalDateTime.of(2026, 1, 1, 12, 0);

    private final Bench bench = new Bench();

    @Test
    void hoursEndBeforeTheLastMinute() {
        Calendar calendar = calendar(hours(10, 16), EnumSet.allOf(DayOfWeek.class), List.of(), Set.of());
        assertThat(calendar.refuses(THURSDAY_NOON)).isEmpty();
        assertThat(calendar.refuses(THURSDAY_NOON.withHour(10))).isEmpty();
        assertThat(calendar.refuses(THURSDAY_NOON.withHour(16)))
                .isEqualTo("it starts between 10:00 and 16:00, and it is 16:00");
        assertThat(calendar.refuses(THURSDAY_NOON.withHour(9).withMinute(59))).isNotEmpty();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        Calendar calendar = calendar(hours(22, 4), EnumSet.of(DayOfWeek.THURSDAY), List.of(), Set.of());
        assertThat(calendar.refuses(THURSDAY_NOON)).isNotEmpty();
        assertThat(calendar.refuses(THURSDAY_NOON.withHour(23))).isEmpty();
        assertThat(calendar.refuses(THURSDAY_NOON.withHour(2))).isEqualTo("it does not start on a Wednesday");
        assertThat(calendar.refuses(THURSDAY_NOON.plusDays(1).withHour(2))).isEmpty();
    }

    @Test
    void daysAreRefusedByNameAndByDate() {
        Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(calendar(Optional.empty(), weekend, List.of(), Set.of()).refuses(THURSDAY_NOON))
                .isEqualTo("it does not start on a Thursday");
        LocalDate newYear = THURSDAY_NOON.toLocalDate();
        Calendar.Days holidays = new Calendar.Days(newYear.minusDays(8), newYear);
        Calendar calendar = calendar(Optional.empty(), EnumSet.allOf(DayOfWeek.class), List.of(holidays), Set.of());
        assertThat(calendar.refuses(THURSDAY_NOON)).contains("2026-01-01");
        assertThat(calendar.refuses(THURSDAY_NOON.plusDays(1))).isEmpty();
    }

    @Test
    void aRunOutsideOfTheCalendarIsRefusedUnlessAPersonWantsIt() throws Unreadable {
        Drill drill = drill(calendar(hours(20, 22), EnumSet.allOf(DayOfWeek.class), List.of(), Set.of()));
        Outcome refused = bench.run("r", drill, world -> world);
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.why()).contains("the calendar", "20:00");
        assertThat(bench.sent()).isEmpty();

        Plan wanted = new Planner(bench.world()).ignoringCalendar().plan(drill, "wanted");
        assertThat(wanted.refusals()).isEmpty();
        Plan saved = Planner.read(Planner.file(wanted));
        assertThat(new Runner(bench.world(), bench.disk, Terms.USUAL).run(saved).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void theCalendarIsAskedWhenTheRunStartsAndNotOnlyWhenItWasPlanned() {
        Drill drill = drill(calendar(hours(11, 13), EnumSet.allOf(DayOfWeek.class), List.of(), Set.of()));
        Plan plan = new Planner(bench.world()).plan(drill, "r");
        assertThat(plan.refusals()).isEmpty();
        World evening = new Relay(bench.world()) {
            @Override
            public LocalDateTime date() {
                return world.date().withHour(20);
            }
        };
        assertThat(new Runner(evening, bench.disk, Terms.USUAL).run(plan).status())
                .isEqualTo(Status.REFUSED);
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void whatNobodyKnowsMayBeGoingOn() {
        Set<Busy> scrub = EnumSet.of(Busy.SCRUB);
        Drill drill = drill(calendar(Optional.empty(), EnumSet.allOf(DayOfWeek.class), List.of(), scrub));
        assertThat(bench.run("unknown", drill, world -> world).why()).contains("scrub", "nobody knows");
        assertThat(bench.run("busy", drill, world -> scrubbing(world, Truth.TRUE))
                        .why())
                .contains("scrub is going on");
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.run("idle", drill, world -> scrubbing(world, Truth.FALSE))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void aSimulatorHasNoCalendar() {
        Drill drill =
                drill(calendar(hours(20, 22), EnumSet.allOf(DayOfWeek.class), List.of(), EnumSet.of(Busy.PEOPLE)));
        World simulator = new Relay(bench.world()) {
            @Override
            public WorldKind kind() {
                return WorldKind.SIM;
            }
        };
        assertThat(new Planner(simulator).plan(drill, "r").refusals())
                .noneMatch(refusal -> refusal.contains("calendar"));
    }

    private static World scrubbing(World world, Truth truth) {
        return new Relay(world) {
            @Override
            public Truth busy(Busy what) {
                return what == Busy.SCRUB ? truth : Truth.TRUE;
            }
        };
    }

    private static Optional<Hours> hours(int from, int to) {
        return Optional.of(new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }

    private static Calendar calendar(
            Optional<Hours> hours, Set<DayOfWeek> days, List<Calendar.Days> notOn, Set<Busy> notWhile) {
        return new Calendar(Optional.empty(), hours, days, notOn, notWhile);
    }

    private static Drill drill(Calendar calendar) {
        Drill usual = Bench.drill();
        return new Drill(
                usual.name(),
                usual.lab(),
                usual.why(),
                usual.worlds(),
                usual.seed(),
                usual.steady(),
                usual.timeline(),
                usual.expectations(),
                usual.guardrails(),
                usual.blastRadius(),
                usual.accepts(),
                Optional.of(calendar),
                usual.approvals(),
                usual.lasts());
    }
}
