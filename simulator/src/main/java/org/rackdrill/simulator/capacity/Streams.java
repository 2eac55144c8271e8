package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Daily;
import org.rackdrill.model.lab.Demand.Feel;
import org.rackdrill.model.lab.Demand.Workload;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Urgency;

/** Makes the streams of a pool from what services ask of it. */
final class Streams {

    /** The most that is read ahead or written together. Our estimate, between Linux's 128 KiB and ZFS's 8 MiB. */
    private static final double LONGEST_RUN = 1 << 20;

    /**
     * Of more blocks several are taken as one, for memory's sake. What part of the requests finds its block in a memory
     * that holds a given part of all hardly changes by that.
     */
    private static final double MOST_RECORDS = 1 << 16;

    private static final double MILLIS = 1e3;

    private final Draw draw;
    private final PoolRef at;
    private final double recordBytes;
    private final List<Stream> streams = new ArrayList<>();

    private Streams(Draw draw, PoolRef at, double recordBytes) {
        this.draw = draw;
        this.at = at;
        this.recordBytes = recordBytes;
    }

    /** Returns the streams to a pool, in the order of the lab. */
    static List<Stream> of(Lab lab, Draw draw, PoolRef at, double recordBytes) {
        Streams all = new Streams(draw, at, recordBytes);
        lab.services().forEach(all::add);
        return all.streams;
    }

    private void add(Service service) {
        List<Workload> loads = service.demand().loads();
        for (int i = 0; i < loads.size(); i++) {
            if (loads.get(i).at().equals(at)) {
                add(service, loads.get(i), "services." + service.name() + ".load[" + i + "]");
            }
        }
        for (Feel feel : service.demand().feels()) {
            if (feel.at().equals(at)) {
                add(service, feel);
            }
        }
    }

    private void add(Service service, Workload load, String path) {
        Part profile = load.profile();
        double sequential = Math.min(0.99, draw.of(path, profile, Trait.SEQUENTIAL_SHARE));
        double bytes = draw.of(path, profile, Trait.SIZE);
        double run = Math.max(bytes, Math.min(LONGEST_RUN, bytes / (1 - sequential)));
        double set = draw.of(path, profile, Trait.WORKING_SET) * load.scale();
        double most = service.data()
                .filter(data -> data.at().equals(at))
                .map(data -> data.size().count())
                .orElse(Double.POSITIVE_INFINITY);
        double room = Math.min(set, Math.max(most, run));
        double block = Math.max(run, recordBytes);
        double blocks = Math.max(1, Math.ceil(room / block));
        int records = (int) Math.min(MOST_RECORDS, blocks);
        double hottest = Math.max(0.1, Math.min(1, draw.of(path, profile, Trait.HOTTEST_TENTH)));
        streams.add(new Stream(
                service.name() + ": " + profile.label() + " (" + streams.size() + ")",
                Optional.of(service.name()),
                draw.of(path, profile, Trait.READS) * load.scale(),
                draw.of(path, profile, Trait.WRITES) * load.scale(),
                Math.min(1, draw.of(path, profile, Trait.SYNC)),
                bytes,
                run,
                block,
                blocks,
                Zipf.ofHottestTenth(blocks, hottest),
                records,
                Zipf.ofHottestTenth(records, hottest).exponent(),
                profile.traits().value(Trait.WHEN),
                profile.traits().value(Trait.DEPTH),
                profile.traits().value(Trait.URGENCY) == Urgency.BACKGROUND,
                remote(service)));
    }

    /** What a page needs is read by others too, by daemons for the most part. */
    private void add(Service service, Feel feel) {
        double bytes = feel.size().count();
        double block = Math.max(bytes, recordBytes);
        streams.add(new Stream(
                service.name() + ": what " + feel.what() + " needs (" + streams.size() + ")",
                Optional.empty(),
                feel.reads() * MILLIS / feel.touched().toMillis(),
                0,
                0,
                bytes,
                bytes,
                block,
                feel.reads(),
                new Zipf(feel.reads(), 0),
                feel.reads(),
                0,
                Daily.EVENLY,
                0,
                false,
                false));
    }

    private boolean remote(Service service) {
        return !service.on().isEmpty() && !service.on().contains(at.node());
    }
}
