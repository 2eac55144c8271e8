package org.rackdrill.simulator.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.simulator.kernel.FutureEvents;
import org.rackdrill.simulator.kernel.Luck;

/** Requests on their way through the devices of a rig, one history after the other. */
final class Traffic {

    /** A request of a load comes. */
    private static final int COMES = 0;

    /** A request begins its first phase. */
    private static final int READY = 1;

    /** A device is done with an operation. */
    private static final int DONE = 2;

    /** It is time to look how busy each device was of late. */
    private static final int LOOK = 3;

    private final Rig rig;
    private final FutureEvents events = new FutureEvents();
    private final Operations operations = new Operations();
    private final Requests requests = new Requests();
    private final Luck luck;
    private final Station[] stations;
    private final Answers[] answers;
    private final Route[] routes;
    private final Plan plan;

    /** The loads by themselves, for speed. */
    private final Load[] loads;

    /** How many requests of each load are under way. */
    private final int[] ofLoad;

    /** How many writes each load has collected in the mean and not sent. */
    private final double[] collected;

    Traffic(Rig rig) {
        this.rig = rig;
        loads = rig.loads().toArray(Load[]::new);
        luck = new Luck(names(rig));
        stations = new Station[rig.devices().size()];
        Arrays.setAll(stations, i -> new Station(rig.devices().get(i), operations, luck, 2 * loads.length + i));
        answers = new Answers[loads.length];
        Arrays.setAll(answers, i -> {
            String name = loads[i].name();
            return new Answers(name, rig.limits().getOrDefault(name, Double.POSITIVE_INFINITY));
        });
        routes = new Route[loads.length];
        ofLoad = new int[loads.length];
        collected = new double[loads.length];
        plan = new Plan(operations, stations);
    }

    /** When requests come, what they are made of, and what devices draw: a stream for each of them. */
    private static long[] names(Rig rig) {
        List<Long> names = new ArrayList<>();
        rig.loads().forEach(load -> names.add(Luck.nameOf("comings of " + load.name())));
        rig.loads().forEach(load -> names.add(Luck.nameOf("routes of " + load.name())));
        for (int i = 0; i < rig.devices().size(); i++) {
            names.add(Luck.nameOf("device " + i));
        }
        return names.stream().mapToLong(Long::longValue).toArray();
    }

    Observed run(Span span, long seed, long history) {
        begin(seed, history);
        until(span.warmUpMillis(), span);
        for (Station station : stations) {
            station.forget(span.warmUpMillis());
        }
        for (int load = 0; load < loads.length; load++) {
            answers[load].forget();
            routes[load].forget();
        }
        nextLook(span, 1);
        until(span.endMillis(), span);
        look(span.endMillis());
        return new Observed(
                IntStream.range(0, loads.length)
                        .mapToObj(load -> answers[load].observed(span.measuredMillis(), routes[load].hitShare()))
                        .toList(),
                Arrays.stream(stations)
                        .map(it -> it.observed(span.endMillis(), span.measuredMillis()))
                        .toList());
    }

    private void begin(long seed, long history) {
        events.clear();
        operations.clear();
        requests.clear();
        luck.begin(seed, history);
        for (Station station : stations) {
            station.clear();
        }
        Arrays.fill(ofLoad, 0);
        Arrays.fill(collected, 0);
        for (int load = 0; load < loads.length; load++) {
            answers[load].forget();
            routes[load] = loads[load].routes().make(luck.of(loads.length + load));
            if (loads[load] instanceof Load.Closed closed) {
                for (int client = 0; client < closed.clients(); client++) {
                    comes(load, closed.pattern().next(pause(load, closed.thinkMillis())));
                }
            } else if (loads[load] instanceof Load.Open open) {
                comes(load, pause(load, 1000 / open.mostPerSecond()));
            } else if (loads[load] instanceof Load.Bursts bursts) {
                // Systems that were not started together do not write out together.
                comes(load, bursts.everyMillis() * luck.of(load).nextDouble());
            }
        }
    }

    private double pause(int load, double meanMillis) {
        return meanMillis == 0 ? 0 : meanMillis * luck.of(load).exponential();
    }

    /** Says whether a request comes at all: of those at the busiest hour's rate only as many as this hour has. */
    private boolean comesNow(int load, Load.Open open, double now) {
        double share = open.pattern().shareOfMost(now);
        return share == 1 || luck.of(load).nextDouble() < share;
    }

    private void comes(int load, double at) {
        events.schedule(at, COMES, load, 0, 0);
    }

    /** Schedules the end of a window; that of the last one is the end of the history. */
    private void nextLook(Span span, int window) {
        if (window < span.windows()) {
            events.schedule(span.warmUpMillis() + window * span.windowMillis(), LOOK, window, 0, 0);
        }
    }

    private void look(double now) {
        for (Station station : stations) {
            station.look(now);
        }
        for (Answers of : answers) {
            of.look();
        }
    }

    private void until(double horizon, Span span) {
        while (events.next(horizon)) {
            double now = events.time();
            int subject = events.subject();
            switch (events.kind()) {
                case COMES -> come(subject, now);
                case READY -> proceed(subject, now);
                case DONE -> done(subject, now);
                default -> {
                    look(now);
                    nextLook(span, subject + 1);
                }
            }
        }
    }

    private void come(int load, double now) {
        if (loads[load] instanceof Load.Bursts bursts) {
            burst(load, bursts, now);
            return;
        }
        if (loads[load] instanceof Load.Open open) {
            comes(load, now + pause(load, 1000 / open.mostPerSecond()));
            if (!comesNow(load, open, now) || !answers[load].comes(requests.underWay() < rig.mostUnderWay())) {
                return;
            }
        }
        lay(load, now);
    }

    /** Sends what was collected, unless what was sent before is not done. */
    private void burst(int load, Load.Bursts bursts, double now) {
        comes(load, now + bursts.everyMillis());
        collected[load] += bursts.collected(now);
        if (ofLoad[load] > 0) {
            return;
        }
        double mean = collected[load];
        collected[load] = 0;
        // As many as exponential times fit into the mean: a Poisson number.
        for (double passed = luck.of(load).exponential();
                passed < mean;
                passed += luck.of(load).exponential()) {
            if (answers[load].comes(requests.underWay() < rig.mostUnderWay())) {
                lay(load, now);
            }
        }
    }

    private void lay(int load, double now) {
        plan.begin();
        luck.of(loads.length + load);
        routes[load].lay(plan);
        if (plan.first() == Operations.NONE) {
            // Nothing to wait for: that the answer comes a little later needs no event.
            answer(load, plan.afterMillis(), now + plan.afterMillis());
            return;
        }
        int request = requests.add(load, now, plan.first());
        ofLoad[load]++;
        for (int it = plan.first(); it != Operations.NONE; it = operations.next[it]) {
            operations.request[it] = request;
        }
        if (plan.afterMillis() > 0) {
            events.schedule(now + plan.afterMillis(), READY, request, 0, 0);
        } else {
            proceed(request, now);
        }
    }

    /** Begins the next phase of a request, or answers it. */
    private void proceed(int request, double now) {
        int operation = requests.planned[request];
        if (operation == Operations.NONE) {
            int load = requests.load[request];
            double since = requests.since[request];
            requests.remove(request);
            ofLoad[load]--;
            answer(load, now - since, now);
            return;
        }
        int phase = operations.phase[operation];
        while (operation != Operations.NONE && operations.phase[operation] == phase) {
            int next = operations.next[operation];
            requests.pending[request]++;
            Station station = stations[operations.device[operation]];
            station.queue(operation, now);
            serve(station, now);
            operation = next;
        }
        requests.planned[request] = operation;
    }

    private void serve(Station station, double now) {
        for (int it = station.take(now); it != Operations.NONE; it = station.take(now)) {
            events.schedule(now + station.serve(it, now), DONE, it, 0, 0);
        }
    }

    private void done(int operation, double now) {
        Station station = stations[operations.device[operation]];
        int request = operations.request[operation];
        station.leave(now);
        operations.remove(operation);
        serve(station, now);
        if (--requests.pending[request] == 0) {
            proceed(request, now);
        }
    }

    private void answer(int load, double millis, double now) {
        answers[load].answered(millis);
        if (loads[load] instanceof Load.Closed closed) {
            if (millis == 0 && closed.thinkMillis() == 0) {
                throw new IllegalStateException(
                        "clients of " + load + " that do not think ask for what takes no time: they would never stop");
            }
            comes(load, closed.pattern().next(now + pause(load, closed.thinkMillis())));
        }
    }
}
