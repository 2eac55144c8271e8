package org.rackdrill.live.world;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.observe.Witness;

/**
 * The rack of a sandbox, asked whether a thing has power or passes bytes.
 *
 * @param within the longest time of one question
 */
public record RackWitness(Host rack, Duration within) implements Witness {
    /** How a helper refuses what is down already. Any other refusal says nothing about the thing. */
    private static final Pattern SAYS_SO = Pattern.compile(" is (off|frozen) already|the rack says '");

    @Override
    public Truth works(Target target) {
        return question(target).map(this::well).orElse(Truth.UNKNOWN);
    }

    /** What could be broken is well: that is what a helper looks at before it breaks anything. */
    private static Optional<Request> question(Target target) {
        Request examine = Request.of("examine");
        if (target instanceof Target.Node node) {
            return Optional.of(examine.with("fault", "node-power-loss").with("node", node.name()));
        } else if (target instanceof Target.Wan) {
            return Optional.of(examine.with("fault", "wan-down"));
        }
        return Optional.empty();
    }

    private Truth well(Request request) {
        Reply reply = rack.ask(request, within);
        if (reply.done()) {
            Map<String, String> state = Messages.values(reply);
            return state.containsKey("power") || state.containsKey("rack") ? Truth.TRUE : Truth.UNKNOWN;
        }
        return reply.kind() == Reply.Kind.REFUSED
                        && SAYS_SO.matcher(reply.why()).find()
                ? Truth.FALSE
                : Truth.UNKNOWN;
    }
}
