package org.rackdrill.simulator.storage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.statistics.LogHistogram;

/** A device at work in one history: who waits there, what it does next, and what it has done. */
final class Station {

    private final Device device;
    private final Operations operations;
    private final Luck luck;
    private final int stream;

    /** By their urgency: nobody of the second while somebody of the first waits. */
    private final Waiting[] waiting = new Waiting[Operations.URGENCIES];

    /** What a hard disk has in its queue, and how many of each urgency. */
    private final Waiting inside;

    private final int[] insideOf = new int[Operations.URGENCIES];

    private int served;

    /** How many operations wait or are served. */
    private int underWay;

    /** The arm of a hard disk; none has any other device. */
    private final @Nullable Arm arm;

    /** Where it is. */
    private double head;

    /** How long the operation that was chosen last takes to be under the head, if that was worked out already. */
    private double positioned;

    private boolean isPositioned;

    /** What is in the cache of a solid-state disk, and when that was so. */
    private double cached;

    private double cachedAt;

    /** When the flushes that are under way will be done. */
    private double flushedAt;

    /** When the present slice of a limit began. */
    private double slicedAt;

    /** How many operations have passed since then, or wait for a later slice. */
    private int passed;

    private double changedAt;
    private double busyMillis;
    private double underWayMillis;
    private double waitedMillis;
    private LogHistogram utilisations = new LogHistogram();
    private double[] windows = new double[16];
    private int looks;
    private double lookedAt;
    private double busyThen;
    private long begun;
    private long begunLate;
    private long done;

    Station(Device device, Operations operations, Luck luck, int stream) {
        this.device = device;
        this.operations = operations;
        this.luck = luck;
        this.stream = stream;
        arm = device instanceof HardDisk disk ? new Arm(disk) : null;
        Arrays.setAll(waiting, urgency -> new Waiting(operations));
        inside = new Waiting(operations);
    }

    void clear() {
        for (Waiting queue : waiting) {
            queue.clear();
        }
        inside.clear();
        Arrays.fill(insideOf, 0);
        served = 0;
        underWay = 0;
        head = 0;
        isPositioned = false;
        cached = 0;
        cachedAt = 0;
        flushedAt = 0;
        slicedAt = 0;
        passed = 0;
        forget(0);
    }

    /** Begins to count anew. */
    void forget(double now) {
        changedAt = now;
        busyMillis = 0;
        underWayMillis = 0;
        waitedMillis = 0;
        utilisations = new LogHistogram();
        looks = 0;
        lookedAt = now;
        busyThen = 0;
        begun = 0;
        begunLate = 0;
        done = 0;
    }

    /** Notes how busy it was since it was looked at last. */
    void look(double now) {
        pass(now);
        double busy = (busyMillis - busyThen) / (now - lookedAt) / device.channels();
        utilisations.add(busy);
        if (looks == windows.length) {
            windows = Arrays.copyOf(windows, 2 * looks);
        }
        windows[looks++] = busy;
        lookedAt = now;
        busyThen = busyMillis;
    }

    int underWay() {
        return underWay;
    }

    void queue(int operation, double now) {
        pass(now);
        underWay++;
        operations.since[operation] = now;
        if (arm != null) {
            operations.angle[operation] = angle(operations.place[operation]);
            operations.drawn[operation] = arm.draws() ? luck.of(stream).nextDouble() : 0;
        }
        waiting[operations.urgency[operation]].add(operation);
    }

    /** Returns the angle of a place: another one on each device, for platters do not turn together. */
    private double angle(double place) {
        return Luck.fraction(Double.doubleToLongBits(place) + stream);
    }

    /** Takes the operation that is served next off the queue; none when nobody waits or all channels work. */
    int take(double now) {
        if (served == device.channels()) {
            return Operations.NONE;
        }
        int operation = arm != null && device instanceof HardDisk disk && disk.depth() > 1
                ? nearest(disk, arm, now)
                : mostUrgent();
        if (operation == Operations.NONE) {
            return operation;
        }
        pass(now);
        served++;
        begun++;
        if (operations.since[operation] < now) {
            begunLate++;
            waitedMillis += now - operations.since[operation];
        }
        return operation;
    }

    private int mostUrgent() {
        for (Waiting queue : waiting) {
            if (queue.size() > 0) {
                return queue.poll();
            }
        }
        return Operations.NONE;
    }

    /** Lets into the disk's queue what there is room for, most urgent first. */
    private void admit(HardDisk disk) {
        admit(disk, Operations.ORDINARY, disk.depth());
        admit(disk, Operations.LATE, disk.lateDepth());
        boolean alone = inside.size() == insideOf[Operations.BACKGROUND];
        admit(disk, Operations.BACKGROUND, alone ? Math.max(1, disk.idleDepth()) : disk.idleDepth());
    }

    private void admit(HardDisk disk, int urgency, int most) {
        while (inside.size() < disk.depth() && insideOf[urgency] < most && waiting[urgency].size() > 0) {
            inside.add(waiting[urgency].poll());
            insideOf[urgency]++;
        }
    }

    /** Takes the one that will be under the head first, among those that the disk knows of. */
    private int nearest(HardDisk disk, Arm moving, double now) {
        admit(disk);
        if (inside.size() == 1) {
            int only = inside.poll();
            insideOf[operations.urgency[only]]--;
            return only;
        }
        int best = Operations.NONE;
        int beforeBest = Operations.NONE;
        double least = Double.POSITIVE_INFINITY;
        // From here on the arm alone takes longer than the best so far: seeks grow with the distance.
        double tooFar = Double.POSITIVE_INFINITY;
        int before = Operations.NONE;
        for (int it = inside.first(); it != Operations.NONE; it = operations.next[it]) {
            double distance = Math.abs(operations.place[it] - head);
            if (distance < tooFar) {
                double seek = moving.seekMillis(distance, operations.drawn[it]);
                if (seek < least) {
                    double millis = seek + moving.turningMillis(now + seek, operations.angle[it]);
                    if (millis < least) {
                        least = millis;
                        best = it;
                        beforeBest = before;
                    }
                } else {
                    tooFar = distance;
                }
            }
            before = it;
        }
        if (best != Operations.NONE) {
            inside.remove(best, beforeBest);
            insideOf[operations.urgency[best]]--;
            positioned = least;
            isPositioned = true;
        }
        return best;
    }

    private double positioning(Arm moving, int operation, double now) {
        if (isPositioned) {
            isPositioned = false;
            return positioned;
        }
        return moving.positioningMillis(
                now,
                Math.abs(operations.place[operation] - head),
                operations.drawn[operation],
                operations.angle[operation]);
    }

    /** Returns how long the device is at work for an operation that begins now. */
    double serve(int operation, double now) {
        if (arm != null && device instanceof HardDisk disk) {
            double millis = positioning(arm, operation, now) + operations.bytes[operation] / disk.bytesPerMilli();
            head = operations.place[operation];
            return millis;
        }
        if (device instanceof SolidState disk) {
            return flash(disk, operation, now);
        }
        if (device instanceof Line line) {
            return operations.bytes[operation] / line.bytesPerMilli();
        }
        if (device instanceof Limit limit) {
            return limited(limit, now);
        }
        Server server = (Server) device;
        return server.memoryless() ? server.millis() * luck.of(stream).exponential() : server.millis();
    }

    private double flash(SolidState disk, int operation, double now) {
        double bytes = operations.bytes[operation];
        double transfer = bytes / disk.bytesPerMilli();
        if (operations.kind[operation] == Operations.READ) {
            return disk.readMillis() + transfer;
        }
        cached = Math.max(0, cached - (now - cachedAt) * disk.drainBytesPerMilli()) + bytes;
        cachedAt = now;
        double room = Math.max(0, cached - disk.cacheBytes()) / disk.drainBytesPerMilli();
        double millis = Math.max(disk.writeMillis() + transfer, room);
        if (operations.kind[operation] == Operations.SYNC_WRITE && disk.flushMillis() > 0) {
            flushedAt = Math.max(flushedAt, now + millis) + disk.flushMillis();
            return flushedAt - now;
        }
        return millis;
    }

    private double limited(Limit limit, double now) {
        while (passed > 0 && now >= slicedAt + limit.sliceMillis()) {
            slicedAt += limit.sliceMillis();
            passed = Math.max(0, passed - limit.perSlice());
        }
        if (passed == 0) {
            slicedAt = now;
        }
        int slice = passed++ / limit.perSlice();
        return Math.max(0, slicedAt + slice * limit.sliceMillis() - now) + limit.millis();
    }

    void leave(double now) {
        pass(now);
        served--;
        underWay--;
        done++;
    }

    private void pass(double now) {
        double passed = now - changedAt;
        if (passed > 0) {
            changedAt = now;
            busyMillis += passed * served;
            underWayMillis += passed * underWay;
        }
    }

    Observed.OfDevice observed(double now, double measuredMillis) {
        pass(now);
        return new Observed.OfDevice(
                done / measuredMillis * 1000,
                busyMillis / measuredMillis / device.channels(),
                underWayMillis / measuredMillis,
                begun == 0 ? 0 : (double) begunLate / begun,
                begun == 0 ? 0 : waitedMillis / begun,
                utilisations,
                Arrays.stream(windows, 0, looks).boxed().toList());
    }
}
