package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.TargetKind;

/**
 * The one list of what is known to mean the same in the Chaos Toolkit and in a drill: functions of its extensions, read in
 * their sources (chaostoolkit-kubernetes, -aws, -azure, -addons, -reliably, 2026), and programs. Everything else is left out.
 */
enum Known {
    TERMINATE_PODS(
            "chaosk8s.pod.actions.terminate_pods",
            Effect.CRASH,
            TargetKind.SERVICE,
            "one guest, and it is not asked to end first",
            "label_selector",
            "name_pattern"),
    DELETE_PODS(
            "chaosk8s.pod.actions.delete_pods",
            Effect.CRASH,
            TargetKind.SERVICE,
            "one guest, and it is not asked to end first",
            "name",
            "label_selector"),
    DRAIN_NODES(
            "chaosk8s.node.actions.drain_nodes",
            Effect.MAINTENANCE_ON,
            TargetKind.NODE,
            "must be done within its `timeout`, 120 s without one",
            "name"),
    UNCORDON_NODE("chaosk8s.node.actions.uncordon_node", Effect.MAINTENANCE_OFF, TargetKind.NODE, Known.SAME, "name"),
    STOP_INSTANCE(
            "chaosaws.ec2.actions.stop_instance",
            Effect.STOP,
            TargetKind.NODE,
            "with `force: true` a `node-power-loss`",
            "instance_id"),
    STOP_INSTANCES(
            "chaosaws.ec2.actions.stop_instances",
            Effect.STOP,
            TargetKind.NODE,
            "with `force: true` a `node-power-loss`",
            "instance_ids"),
    START_INSTANCES(
            "chaosaws.ec2.actions.start_instances",
            Effect.START,
            TargetKind.NODE,
            "ends a `node-power-loss` that stands before it",
            "instance_ids"),
    STOP_MACHINES(
            "chaosazure.machine.actions.stop_machines",
            Effect.STOP,
            TargetKind.NODE,
            "the `filter` must name the machine",
            "filter"),
    START_MACHINES(
            "chaosazure.machine.actions.start_machines",
            Effect.START,
            TargetKind.NODE,
            "the `filter` must name the machine",
            "filter"),
    STRESS_CPU(
            "chaosazure.machine.actions.stress_cpu",
            Effect.CPU,
            TargetKind.NODE,
            "all processors, and 120 s without `duration`; its script for Linux keeps only one busy",
            "filter"),
    NETWORK_LATENCY(
            "chaosazure.machine.actions.network_latency",
            Effect.LATENCY,
            TargetKind.CABLE,
            "the machine's only cable; half of `delay` and `jitter` on each way",
            "filter"),
    IDLE_FOR("chaosaddons.utils.idle.idle_for", Effect.WAIT, TargetKind.NODE, Known.SAME, "duration"),
    PAUSE_EXECUTION(
            "chaosreliably.activities.pauses.pause_execution",
            Effect.WAIT,
            TargetKind.NODE,
            "`duration` must be given; somebody can end it earlier there",
            "duration"),
    MICROSERVICE_HEALTHY(
            "chaosk8s.probes.microservice_available_and_healthy",
            Effect.UP,
            TargetKind.SERVICE,
            "`tolerance: true`; all its guests there, enough of them here",
            "name"),
    DEPLOYMENT_HEALTHY(
            "chaosk8s.deployment.probes.deployment_available_and_healthy",
            Effect.UP,
            TargetKind.SERVICE,
            "`tolerance: true`; all its guests there, enough of them here",
            "name"),
    PODS_IN_PHASE(
            "chaosk8s.pod.probes.pods_in_phase",
            Effect.UP,
            TargetKind.SERVICE,
            "`tolerance: true`, and `phase` is Running",
            "label_selector"),
    SLEEP("sleep", Effect.WAIT, TargetKind.NODE, Known.SAME),
    DOCKER_KILL("docker kill", Effect.CRASH, TargetKind.SERVICE, Known.SAME),
    PODMAN_KILL("podman kill", Effect.CRASH, TargetKind.SERVICE, Known.SAME),
    VIRSH_DESTROY("virsh destroy", Effect.CRASH, TargetKind.SERVICE, Known.SAME),
    PKILL("pkill -9", Effect.KILL, TargetKind.SERVICE, "a pattern there, a name here"),
    KILLALL("killall -9", Effect.KILL, TargetKind.SERVICE, Known.SAME),
    PING("ping", Effect.UP, TargetKind.NODE, "`tolerance: 0`; asked from wherever the toolkit runs");

    /** What stands where both agree. */
    static final String SAME = "no difference";

    private final String there;
    private final Effect effect;
    private final TargetKind kind;
    private final String beware;
    private final List<String> arguments;

    Known(String there, Effect effect, TargetKind kind, String beware, String... arguments) {
        this.there = there;
        this.effect = effect;
        this.kind = kind;
        this.beware = beware;
        this.arguments = List.of(arguments);
    }

    /** What it is in a drill. */
    enum Effect {
        CRASH("`service-crash`"),
        KILL("`process-kill`"),
        STOP("`ordered-shutdown`"),
        START("`start`"),
        MAINTENANCE_ON("`maintenance-on`"),
        MAINTENANCE_OFF("`maintenance-off`"),
        CPU("`cpu-pressure`"),
        LATENCY("`link-latency`"),
        WAIT("time that passes"),
        UP("`up`");

        private final String here;

        Effect(String here) {
            this.here = here;
        }

        /** Returns it as people read it. */
        String here() {
            return here;
        }
    }

    /** Returns the function of that name. */
    static Optional<Known> function(String name) {
        return Arrays.stream(values())
                .filter(it -> !it.arguments.isEmpty() && it.there.equals(name))
                .findFirst();
    }

    /** Returns the program that such a command line starts with. */
    static Optional<Known> program(String line) {
        return Arrays.stream(values())
                .filter(it -> it.arguments.isEmpty() && (line + " ").startsWith(it.there + " "))
                .findFirst();
    }

    /** Returns what the toolkit calls it. */
    String there() {
        return there;
    }

    Effect effect() {
        return effect;
    }

    /** Returns what it hits or looks at. */
    TargetKind kind() {
        return kind;
    }

    /** Returns where both differ, or what must be given. */
    String beware() {
        return beware;
    }

    /** Returns the arguments that say what is meant, the best first. */
    List<String> arguments() {
        return arguments;
    }
}
