package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Cables;
import org.rackdrill.simulator.process.Harm;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/** What each fault does in the simulator, to one lab that runs there. */
public final class Effects {

    /** What is said of a fault that has no effect here. */
    static final String NONE = "the simulator has no way to do that";

    /** How long the mains sag when nobody says: more than a power supply bridges, less than a person notices. */
    private static final Duration DIP = Duration.ofMillis(400);

    /** A guest or a box that starts again is up by then. Our estimate. */
    private static final Duration RESTART = Duration.ofMinutes(15);

    private final Twin twin;
    private final Names names;
    private final Harm harm;
    private final DataEffects data;

    /** Breaks things in that lab. */
    public Effects(Twin twin) {
        this.twin = twin;
        names = twin.names();
        harm = twin.harm();
        data = new DataEffects(twin);
    }

    /**
     * Returns the effect of a fault; nothing when the simulator has no such thing.
     *
     * @param lasts as the drill says; none: as is usual
     */
    public Optional<Effect> of(Fault<?> fault, Target target, Optional<Duration> lasts) {
        if (target instanceof Target.Node node) {
            return number(names.node(node.name())).flatMap(it -> ofNode(fault, it));
        } else if (target instanceof Target.Service service) {
            return number(names.service(service.name())).flatMap(it -> ofService(fault, it, lasts));
        } else if (target instanceof Target.Box box) {
            return number(names.machine(box.name())).map(it -> restart(it, lasts));
        } else if (target instanceof Target.Line line) {
            return ofLine(fault, line);
        } else if (target instanceof Target.Border border) {
            return ofBorder(border);
        } else if (target instanceof Target.Mains mains) {
            return number(names.site(mains.site())).map(it -> ofMains(fault, it, lasts));
        } else if (target instanceof Target.Ups ups) {
            return number(names.ups(ups.name())).map(it -> ofUps(fault, it));
        } else if (target instanceof Target.Site site) {
            return number(names.site(site.name())).map(it -> ofSite((Fault.SiteLost) fault, it));
        }
        return data.of(fault, target);
    }

    private static Optional<Integer> number(int number) {
        return number == Names.NONE ? Optional.empty() : Optional.of(number);
    }

    private Optional<Effect> ofNode(Fault<?> fault, int node) {
        if (fault instanceof Fault.NodePowerLoss) {
            return Optional.of(Effect.of(() -> harm.power(node, false), () -> harm.power(node, true)));
        } else if (fault instanceof Fault.NodeHang) {
            return Optional.of(Effect.of(() -> harm.hang(node), () -> harm.reset(node)));
        } else if (fault instanceof Fault.NodeReboot) {
            int machine = names.machine(names.nodeName(node));
            return Optional.of(Effect.passing(
                    () -> harm.restart(machine), () -> twin.eyes().nodeUp(node), RESTART));
        } else if (fault instanceof Fault.MemoryPressure pressure) {
            double share = pressure.to().fraction();
            return Optional.of(Effect.of(() -> harm.memory(node, share), () -> harm.memory(node, 0)));
        } else if (fault instanceof Fault.CpuPressure) {
            // Busy processors take nothing down here: how fast guests are is not simulated.
            return Optional.of(Effect.of(() -> {}, () -> {}));
        } else if (fault instanceof Fault.ClockSkew skew) {
            double seconds = Hours.of(skew.by()) / Hours.ofSeconds(1);
            return Optional.of(Effect.of(() -> harm.skew(node, seconds), () -> harm.skew(node, 0)));
        }
        return Optional.empty();
    }

    private Optional<Effect> ofService(Fault<?> fault, int service, Optional<Duration> lasts) {
        if (names.guests(service).length == 0) {
            return Optional.empty();
        }
        if (fault instanceof Fault.CertificateExpired) {
            return Optional.of(Effect.of(() -> harm.refuse(service, true), () -> harm.refuse(service, false)));
        }
        boolean once = (fault instanceof Fault.ProcessKill || fault instanceof Fault.ServiceCrash) && lasts.isEmpty();
        if (once) {
            return Optional.of(
                    Effect.passing(() -> harm.kill(service), () -> twin.eyes().serviceRuns(service), RESTART));
        }
        return Optional.of(new Effect(
                () -> harm.stop(service),
                () -> harm.start(service),
                () -> !twin.eyes().stopped(service),
                Duration.ZERO));
    }

    private Effect restart(int machine, Optional<Duration> lasts) {
        Runnable strikes = lasts.<Runnable>map(time -> () -> harm.restart(machine, Hours.of(time)))
                .orElse(() -> harm.restart(machine));
        return Effect.passing(strikes, () -> twin.eyes().machineUp(machine), RESTART);
    }

    private Optional<Effect> ofLine(Fault<?> fault, Target.Line line) {
        boolean down = fault instanceof Fault.LinkDown || fault instanceof Fault.WanDown;
        if (line instanceof Target.Cable cable) {
            return twin.cables()
                    .cable(cable.from(), cable.to())
                    .map(it -> down
                            ? Effect.of(() -> harm.cable(it, false), () -> harm.cable(it, true))
                            : worse(() -> twin.cables().worsen(it, quality(fault))));
        } else if (line instanceof Target.Wan wan) {
            return number(names.wan(wan.name()))
                    .map(it -> down
                            ? Effect.of(() -> harm.access(it, false), () -> harm.access(it, true))
                            : worse(() -> twin.cables().worsenWan(it, quality(fault))));
        }
        return number(names.vpn(line.text()))
                .map(it -> down
                        ? Effect.of(() -> harm.tunnel(it, false), () -> harm.tunnel(it, true))
                        : worse(() -> twin.cables().worsenVpn(it, quality(fault))));
    }

    /** A line that is put right by what made it worse. */
    private static Effect worse(java.util.function.Supplier<Runnable> worsens) {
        Runnable[] good = {() -> {}};
        return Effect.of(() -> good[0] = worsens.get(), () -> good[0].run());
    }

    private static Cables.Quality quality(Fault<?> fault) {
        double all = Double.POSITIVE_INFINITY;
        if (fault instanceof Fault.LinkBandwidth slow) {
            return new Cables.Quality(slow.limit().bytesPerSecond(), 0, 0);
        } else if (fault instanceof Fault.LinkLatency late) {
            return new Cables.Quality(all, 0, Hours.of(late.extra()) / Hours.ofSeconds(1));
        }
        return new Cables.Quality(all, ((Fault.LinkLoss) fault).lost().fraction(), 0);
    }

    private Optional<Effect> ofBorder(Target.Border border) {
        int[] these = nodes(border.these());
        int[] those = nodes(border.those());
        return Optional.of(Effect.of(() -> harm.wall(these, those, true), () -> harm.wall(these, those, false)));
    }

    private int[] nodes(List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::node)
                .filter(node -> node != Names.NONE)
                .toArray();
    }

    private Effect ofMains(Fault<?> fault, int site, Optional<Duration> lasts) {
        if (fault instanceof Fault.MainsDip) {
            double hours = Hours.of(lasts.orElse(DIP));
            return Effect.passing(() -> harm.dip(site, hours), () -> true, Duration.ofMinutes(1));
        }
        return Effect.of(() -> harm.mains(site, false), () -> harm.mains(site, true));
    }

    private Effect ofUps(Fault<?> fault, int ups) {
        if (fault instanceof Fault.UpsBatteryFault worn) {
            double share = worn.holds().fraction();
            return Effect.of(() -> harm.battery(ups, share), () -> harm.battery(ups, 1));
        }
        return Effect.of(() -> harm.mute(ups, true), () -> harm.mute(ups, false));
    }

    private Effect ofSite(Fault.SiteLost lost, int site) {
        return Effect.of(
                () -> {
                    harm.site(site, false);
                    if (lost.destroyed()) {
                        harm.burn(site);
                    }
                },
                () -> harm.site(site, true));
    }
}
