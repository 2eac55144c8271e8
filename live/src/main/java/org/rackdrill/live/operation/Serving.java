package org.rackdrill.live.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;

/**
 * Moves services that keep data. At no time may two of them run: whoever might still be alive is seen to be dead first,
 * or nothing is done.
 */
final class Serving {
    private static final Pattern HOST = Pattern.compile("[a-z]+://(?:[^/@]*@)?([0-9.]+)(?::\\d+)?(?:/.*)?");

    private final Lab lab;
    private final Members members;
    private final Map<String, Place> chosen = new ConcurrentHashMap<>();

    /** Failovers that have begun to cut the power of a node: that it works again later does not undo that. */
    private final Set<String> fenced = ConcurrentHashMap.newKeySet();

    Serving(Lab lab, Members members) {
        this.lab = lab;
        this.members = members;
    }

    /**
     * Starts a service elsewhere.
     *
     * @param to where; none: where the freshest copy is
     * @param planned whether to stop a primary that is well; otherwise one that runs is a refusal
     */
    void failover(Errand errand, String service, Optional<String> to, boolean planned) {
        Reach reach = Place.reach(lab, service);
        if (reach.resource().isPresent()) {
            members.move(errand, service, reach.resource().get(), to);
            return;
        }
        Optional<Place> primary = Place.primary(lab, service);
        if (primary.isEmpty()
                || primary.get().dataset().isEmpty()
                || reach.unit().isEmpty()) {
            errand.refuse("the lab does not say by which unit and on which dataset " + service + " runs");
            return;
        }
        Optional<Place> copy =
                Optional.ofNullable(chosen.get(errand.key("promote"))).or(() -> freshest(errand, service, to));
        if (copy.isEmpty()) {
            errand.refuse("no host with a copy of " + service + " that has a snapshot answers"
                    + to.map(node -> " at " + node).orElse("") + errand.silences());
            return;
        }
        chosen.put(errand.key("promote"), copy.get());
        String home = primary.get().host();
        dead(errand, service, home, copy.get().host(), planned);
        promote(errand, service, primary.get(), copy.get());
        if (!errand.answers(home)) {
            still(errand, home);
        }
        errand.step("start", copy.get().host(), unit("start-unit", reach));
        errand.fact("node", copy.get().host());
    }

    /**
     * Makes sure that a service does not run at home, and will not come back there by itself. A node that only keeps us out
     * is well, and nobody who could be heard there has lost anything: its power is not cut.
     *
     * @param heir the node that would take over
     */
    private void dead(Errand errand, String service, String home, String heir, boolean planned) {
        if (errand.answers(home)) {
            Request aside = unit("step-aside", Place.reach(lab, service));
            aside = planned ? aside.with("planned", "yes") : aside;
            errand.step("aside", home, withAddress(service, aside));
        } else if (!fenced.contains(errand.key("fence")) && works(errand, home, heir)) {
            errand.refuse(errand.silence(home) + "; but " + heir + " sees that it works, so its power is not cut: let"
                    + " rackdrill in there, or stop " + service + " there by hand and switch it off");
        } else {
            fence(errand, service, home);
        }
    }

    /** Returns whether another node is greeted by a node's SSH, which one that hangs does not do. */
    private boolean works(Errand errand, String home, String heir) {
        return Place.reach(lab, home)
                .address()
                .flatMap(address -> errand.hear(
                        heir,
                        Request.of("port")
                                .with("address", address.host())
                                .with("port", address.port())
                                .with("greeting", "yes")))
                .filter(body -> Standing.lines(body).getOrDefault("said", "").startsWith("SSH-"))
                .isPresent();
    }

    private void fence(Errand errand, String service, String home) {
        Optional<String> witness = Place.reach(lab, home).power();
        if (witness.isEmpty()) {
            errand.refuse(errand.silence(home) + "; and the lab names nobody who could cut its power: " + service
                    + " may still run there");
            return;
        }
        fenced.add(errand.key("fence"));
        errand.step("fence", witness.get(), Errand.job("power-off").with("node", home));
    }

    /** Looks a second time: what was dead when we began must be so when the other starts. */
    private void still(Errand errand, String home) {
        Place.reach(lab, home)
                .power()
                .ifPresent(witness -> errand.step(
                        "fence-again", witness, Errand.job("power-off").with("node", home)));
    }

    private void promote(Errand errand, String service, Place primary, Place copy) {
        Map<String, String> promoted = errand.step(
                "promote",
                copy.host(),
                Errand.job("promote")
                        .with("service", service)
                        .with("copy", copy.dataset().orElse(""))
                        .with("work", work(primary, copy)));
        if (errand.goesOn()) {
            errand.fact("lost-after", promoted.getOrDefault("snapshot", ""));
            errand.fact("lost-seconds", promoted.getOrDefault("age", ""));
        }
        address(service)
                .ifPresent(address -> errand.step(
                        "address", copy.host(), Errand.job("take-address").with("address", address)));
    }

    /** Returns the dataset that a service works on where a copy was promoted: its own name, on the pool of the copy. */
    private static String work(Place primary, Place copy) {
        String own = primary.dataset().orElse("");
        return copy.at().pool() + own.substring(Math.max(0, own.indexOf('/')));
    }

    private Optional<Place> freshest(Errand errand, String service, Optional<String> to) {
        return candidates(service).stream()
                .filter(place -> to.isEmpty() || place.host().equals(to.get()))
                .map(place -> Map.entry(place, newest(errand, place)))
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private List<Place> candidates(String service) {
        return Place.copies(lab, service).stream().filter(Place::holdsSnapshots).toList();
    }

    private static long newest(Errand errand, Place place) {
        return errand.hear(place.host(), Copying.snapshots(place))
                .map(Snapshot::list)
                .flatMap(list -> list.stream().reduce((earlier, later) -> later))
                .map(Snapshot::created)
                .orElse(0L);
    }

    /** Moves a service home: its data first. */
    void failback(Errand errand, String service) {
        Reach reach = Place.reach(lab, service);
        Optional<String> home =
                lab.service(service).flatMap(found -> found.on().stream().findFirst());
        if (reach.resource().isPresent()) {
            members.move(errand, service, reach.resource().get(), home);
            return;
        }
        Optional<Place> primary = Place.primary(lab, service);
        if (primary.isEmpty()
                || primary.get().dataset().isEmpty()
                || reach.unit().isEmpty()) {
            errand.refuse("the lab does not say by which unit and on which dataset " + service + " runs");
            return;
        }
        if (!errand.answers(primary.get().host())) {
            errand.refuse("the node where it is at home has to run first: "
                    + errand.silence(primary.get().host()));
            return;
        }
        Optional<Place> away =
                Optional.ofNullable(chosen.get(errand.key("home"))).or(() -> away(errand, service));
        if (away.isEmpty()) {
            errand.step("start", primary.get().host(), unit("start-unit", reach));
            return;
        }
        chosen.put(errand.key("home"), away.get());
        home(errand, service, primary.get(), away.get());
    }

    /** Returns where a service works after a failover, if it does. */
    Optional<Place> away(Errand errand, String service) {
        Optional<Place> primary = Place.primary(lab, service);
        return primary.flatMap(place -> candidates(service).stream()
                .filter(copy -> errand.hear(copy.host(), Request.of("snapshots").with("dataset", work(place, copy)))
                        .isPresent())
                .findFirst());
    }

    private void home(Errand errand, String service, Place primary, Place away) {
        String work = work(primary, away);
        Reach reach = Place.reach(lab, service);
        // Both are down from here on: nothing may be written that would not come along.
        errand.step("home-aside", primary.host(), planned(service, reach));
        errand.step("away-aside", away.host(), planned(service, reach));
        Map<String, String> last = errand.step(
                "last-snapshot", away.host(), Errand.job("last-snapshot").with("work", work));
        if (!errand.goesOn()) {
            return;
        }
        Request bring = Errand.job("bring-home")
                .with("dataset", primary.dataset().orElse(""))
                .with("from", away.host());
        for (String word : List.of("snapshot", "guid", "origin", "origin-guid")) {
            bring = bring.with(word, last.getOrDefault(word, ""));
        }
        errand.step("bring-home", primary.host(), bring);
        address(service)
                .ifPresent(address -> errand.step(
                        "address", primary.host(), Errand.job("take-address").with("address", address)));
        errand.step("start", primary.host(), unit("start-unit", reach));
        errand.step("retire", away.host(), Errand.job("retire").with("work", work));
        errand.fact("node", primary.host());
    }

    private Request planned(String service, Reach reach) {
        return withAddress(service, unit("step-aside", reach).with("planned", "yes"));
    }

    private Request withAddress(String service, Request request) {
        return address(service).map(address -> request.with("address", address)).orElse(request);
    }

    /** Stops a service at home, where it is well, and keeps it from starting there. */
    void stop(Errand errand, String service) {
        Place.primary(lab, service)
                .ifPresent(
                        primary -> errand.step("aside", primary.host(), planned(service, Place.reach(lab, service))));
    }

    /** Starts a service where its data are. */
    void start(Errand errand, String service) {
        Reach reach = Place.reach(lab, service);
        if (reach.resource().isPresent()) {
            members.start(errand, service, reach.resource().get());
            return;
        }
        Optional<String> home =
                lab.service(service).flatMap(found -> found.on().stream().findFirst());
        if (reach.unit().isEmpty() || home.isEmpty()) {
            errand.refuse("the lab does not say by which unit or resource " + service + " runs");
            return;
        }
        String host = away(errand, service).map(Place::host).orElse(home.get());
        errand.step("start", host, unit("start-unit", reach));
    }

    private static Request unit(String what, Reach reach) {
        return Errand.job(what).with("unit", reach.unit().orElse(""));
    }

    /** Returns the address that moves with a service: that of its check, unless it is a node's own. */
    private Optional<String> address(String service) {
        return Place.reach(lab, service)
                .check()
                .map(HOST::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(address -> lab.nodes().stream()
                        .noneMatch(node -> Place.reach(lab, node.name())
                                .ssh()
                                .filter(ssh -> ssh.matches("[^ ]*@" + Pattern.quote(address) + "(:\\d+)?( .*)?"))
                                .isPresent()));
    }
}
