package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.text.Shown;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Audience;

/** Services as their people see them: their address is called from where those are, by nodes that do not run them. */
final class Checks {
    private static final Pattern ADDRESS =
            Pattern.compile("(https?|tcp|dns|postgres)://(?:[^@/]*@)?(\\[[^]]+\\]|[^:/]+)(?::(\\d{1,5}))?(?:/(.*))?");

    private final Field field;
    private final Lookouts lookouts;

    Checks(Field field, Lookouts lookouts) {
        this.field = field;
        this.lookouts = lookouts;
    }

    /**
     * What came of a call.
     *
     * @param seconds until the answer; none when there was none
     */
    record Called(Observation seen, OptionalDouble seconds) {
        static Called unknown(String why) {
            return new Called(Seen.unknown(why), OptionalDouble.empty());
        }
    }

    /**
     * Calls a service for everybody who should reach it; the worst answer counts.
     *
     * @param runners nodes that run it now, who would reach it without any network
     */
    Called call(Service service, String address, Set<String> runners, Within within) {
        Called worst = null;
        Set<List<String>> places = new LinkedHashSet<>();
        for (Audience audience : service.audience()) {
            places.add(places(audience, runners));
        }
        for (List<String> place : places) {
            Called called = from(place, address, within);
            if (called.seen().truth() == Truth.FALSE) {
                return called;
            }
            boolean slower = worst != null
                    && worst.seen().truth() == Truth.TRUE
                    && (called.seen().truth() == Truth.UNKNOWN
                            || called.seconds().orElse(0) > worst.seconds().orElse(0));
            worst = worst == null || slower ? called : worst;
        }
        return worst == null ? Called.unknown("the lab file names nobody who should reach it") : worst;
    }

    /** Returns the nodes that stand where an audience is, those that run it last. */
    private List<String> places(Audience audience, Set<String> runners) {
        List<String> at = new ArrayList<>();
        for (String node : field.nodes()) {
            boolean home = field.lab().node(node).map(Node::site).orElse("").equals(field.home());
            if (home == (audience != Audience.REMOTE)) {
                at.add(node);
            }
        }
        if (at.size() > runners.size()) {
            at.removeAll(runners);
        }
        return at;
    }

    /** Asks one node after the other to call, until one did. */
    private Called from(List<String> nodes, String address, Within within) {
        Called last = Called.unknown("no node of the lab stands where its people are");
        for (String node : nodes) {
            last = from(node, address, within);
            if (last.seen().truth() != Truth.UNKNOWN) {
                return last;
            }
        }
        return last;
    }

    private Called from(String node, String address, Within within) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Called.unknown("nobody knows how to call " + address);
        }
        Duration time = within.half();
        Request request = Within.patient(request(address, parts), time);
        Reply reply = lookouts.ask(node, request, within.left());
        if (!reply.done()) {
            return Called.unknown(reply.why());
        }
        Said said = Said.read(reply.body());
        OptionalDouble seconds = said.number("seconds");
        String trouble = trouble(parts.group(1), said);
        String took = seconds.isPresent() ? Seen.time(Duration.ofMillis((long) (seconds.getAsDouble() * 1000))) : "";
        return trouble.isEmpty()
                ? new Called(Seen.of(true, took), seconds)
                : new Called(Seen.of(false, Shown.text(trouble)), OptionalDouble.empty());
    }

    private static Request request(String address, Matcher parts) {
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        Optional<String> port = Optional.ofNullable(parts.group(3));
        return switch (parts.group(1)) {
            case "tcp" -> Request.of("port").with("address", host).with("port", port.orElse("0"));
            case "postgres" -> Request.of("port").with("address", host).with("port", port.orElse("5432"));
            case "dns" ->
                Request.of("dns")
                        .with("server", host)
                        .with("port", port.orElse("53"))
                        .with("name", Optional.ofNullable(parts.group(4)).orElse(""));
            default -> Request.of("http").with("url", address);
        };
    }

    /** Returns what is wrong with an answer; empty when nothing is. */
    private static String trouble(String kind, Said said) {
        switch (kind) {
            case "tcp", "postgres":
                return said.word("open").equals("yes") ? "" : "does not answer";
            case "dns":
                boolean named =
                        said.word("code").equals("0") && said.number("answers").orElse(0) > 0;
                return !said.word("answered").equals("yes") ? "does not answer" : named ? "" : "does not know the name";
            default:
                double status = said.number("status").orElse(0);
                if (status >= 200 && status < 400) {
                    return "";
                }
                return status == 0 ? "does not answer" : "answers " + (int) status;
        }
    }

    /** Returns the database of an address of PostgreSQL. */
    static Optional<String> database(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches() && parts.group(1).equals("postgres")
                ? Optional.ofNullable(parts.group(4))
                : Optional.empty();
    }
}
