package org.rackdrill.chaos.hunt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Pool;

/** What a finding teaches the owner of a lab, in a sentence or two. */
final class Lesson {

    private final Lab lab;
    private final boolean aboutData;
    private final List<Strike> strikes;

    private Lesson(Lab lab, Goal goal, Plot plot) {
        this.lab = lab;
        aboutData = goal instanceof Goal.Kept;
        strikes = plot.strikes();
    }

    static String of(Lab lab, Goal goal, Plot plot) {
        Lesson lesson = new Lesson(lab, goal, plot);
        return lesson.places()
                .or(lesson::disks)
                .or(lesson::mains)
                .or(lesson::watchdog)
                .or(lesson::harm)
                .or(lesson::unseen)
                .orElseGet(lesson::plain);
    }

    private boolean all(Class<? extends Fault<?>> fault) {
        return strikes.stream()
                .allMatch(strike -> fault.isInstance(strike.candidate().fault()));
    }

    private boolean any(Class<? extends Fault<?>> fault) {
        return strikes.stream()
                .anyMatch(strike -> fault.isInstance(strike.candidate().fault()));
    }

    private Optional<String> places() {
        if (!all(Fault.SiteLost.class)) {
            return Optional.empty();
        }
        return Optional.of(
                strikes.size() == 1
                        ? "What is needed is only at " + targets() + "."
                        : "What is needed is only at " + targets() + ", and both are gone.");
    }

    private Optional<String> disks() {
        if (!all(Fault.DiskFailure.class)) {
            return Optional.empty();
        }
        List<String> pools = strikes.stream()
                .map(strike -> ((Target.Disk) strike.candidate().target()).pool())
                .distinct()
                .map(ref -> ref
                        + lab.node(ref.node())
                                .flatMap(node -> node.pool(ref.pool()))
                                .map(pool -> " (" + word(pool) + ")")
                                .orElse(""))
                .toList();
        return Optional.of(
                strikes.size() == 1
                        ? String.join(", ", pools) + " cannot miss a single disk."
                        : strikes.size() + " disks of " + String.join(" and ", pools)
                                + " are one too many, at once or as long as a new disk is not there and filled: until the end of"
                                + " the resilver the next failure is the one that counts.");
    }

    private static String word(Pool pool) {
        return pool.layout().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<String> mains() {
        if (!all(Fault.MainsOutage.class)) {
            return Optional.empty();
        }
        if (strikes.size() > 1) {
            boolean one = strikes.stream()
                            .map(strike -> strike.candidate().target())
                            .distinct()
                            .count()
                    == 1;
            return Optional.of(
                    one
                            ? "Each outage alone is survived on battery. The next one comes before the battery is full"
                                    + " again."
                            : "The mains of one place are not enough, and those of the other go as well.");
        }
        return Optional.of(
                strikes.get(0).candidate().usual().equals(Candidates.IN_THE_MIDDLE)
                        ? "The grid returns while nodes are shutting down. Where the UPS does not cut its outlets, what has"
                                + " stopped sees no power return, and waits for a finger on its button."
                        : "The outage is longer than what the battery, or the goal, has room for.");
    }

    /** Nodes that lose their majority reset themselves, which takes longer than the switch was away. */
    private Optional<String> watchdog() {
        boolean boxes = strikes.stream()
                .allMatch(strike -> strike.candidate().fault() instanceof Fault.SwitchReboot
                        && lab.clusters().stream().anyMatch(cluster -> resets(cluster, strike)));
        return boxes
                ? Optional.of("While the switch is away nobody has a majority. One that stays away for longer than the"
                        + " watchdog waits makes every node with managed guests reset itself.")
                : Optional.empty();
    }

    private boolean resets(Cluster cluster, Strike strike) {
        return (cluster.manager() == Cluster.Manager.PROXMOX_HA || cluster.manager() == Cluster.Manager.PACEMAKER)
                && cluster.members().stream()
                        .flatMap(member -> lab.node(member).stream())
                        .allMatch(node -> node.networks()
                                .contains(strike.candidate().target().text()));
    }

    private Optional<String> harm() {
        if (strikes.size() > 1 || !(any(Fault.DatasetDeleted.class) || any(Fault.FilesEncrypted.class))) {
            return Optional.empty();
        }
        String service = strikes.get(0).candidate().target().text();
        if (!aboutData) {
            return Optional.of("Until somebody notices and brings them back, " + service + " has no data to work on.");
        }
        boolean copied = lab.copies().stream().anyMatch(copy -> copy.service().equals(service));
        return Optional.of(
                copied
                        ? "The copies take it over before anybody notices: they keep no version from before, or not for"
                                + " long enough."
                        : "There is no copy of " + service + " from before.");
    }

    private Optional<String> unseen() {
        boolean quiet = any(Fault.SyncCredentialsBroken.class) || any(Fault.EncryptionKeyMissing.class);
        return aboutData && quiet && strikes.size() > 1
                ? Optional.of("A copy that nobody renews is missed only when it is needed: "
                        + "watch the age of copies, not the success of jobs.")
                : Optional.empty();
    }

    private String plain() {
        if (strikes.size() == 1) {
            return "One fault is enough: nothing takes over from " + targets() + " in time.";
        }
        return apart()
                ? "One after the other: the goal has room for each, and not for what they take together."
                : "Each alone is survived, because another one stands in: " + targets() + " must not fail together.";
    }

    /** Returns whether each is over before the next one begins. */
    private boolean apart() {
        for (int i = 1; i < strikes.size(); i++) {
            Strike before = strikes.get(i - 1);
            Strike next = strikes.get(i);
            boolean passes = before.lasts().isEmpty() && before.candidate().ending() == Ending.ITSELF;
            boolean over = passes
                    || before.lasts()
                            .filter(lasts -> before.at().plus(lasts).compareTo(next.at()) <= 0)
                            .isPresent();
            if (!over || next.at().equals(before.at())) {
                return false;
            }
        }
        return true;
    }

    private String targets() {
        return strikes.stream()
                .map(strike -> strike.candidate().target().text())
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
