package org.rackdrill.cli.real;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Ability;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.world.Faults;

/**
 * Hosts of which each has to say who it is before it is asked anything. One that does not answer is not waited for again,
 * and what it would have had to say is not known.
 */
public final class RollCall implements Hosts {
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final Request WHO = Request.of("identity");

    private final Hosts hosts;
    private final Map<String, Reply> present = new ConcurrentHashMap<>();

    RollCall(Hosts hosts) {
        this.hosts = hosts;
    }

    /** Asks a world what it can do at the things of a lab. */
    public static List<Ability> of(String world, String sandbox, ReadLab lab, Clock clock) {
        if (world.equals(WorldKind.SIM.word())) {
            return new SimulatedLab(lab.lab(), lab.reading().hash()).abilities();
        }
        WorldKind kind = List.of(WorldKind.SANDBOX, WorldKind.LIVE).stream()
                .filter(each -> each.word().equals(world))
                .findAny()
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE, "there is no world '" + world + "'; there are sim, sandbox and live."));
        try (Ground ground = Ground.of(kind, sandbox, lab.lab())) {
            Hosts called = new RollCall(ground.hosts());
            Faults faults =
                    new Faults(ground.lab(), called, new Senses(ground, clock).eyes(), WITHIN, hit -> Optional.empty());
            return Ability.of(ground.lab(), faults::carries);
        }
    }

    @Override
    public Optional<Host> host(String name) {
        return hosts.host(name).map(Called::new);
    }

    private final class Called implements Host {
        private final Host host;

        Called(Host host) {
            this.host = host;
        }

        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Reply ask(Request request, Duration within) {
            Reply here = present.computeIfAbsent(host.name(), name -> host.ask(WHO, WITHIN));
            return !here.done() ? Reply.unknown(here.why()) : request.equals(WHO) ? here : host.ask(request, within);
        }
    }
}
