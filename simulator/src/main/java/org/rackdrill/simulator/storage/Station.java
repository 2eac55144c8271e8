package org.rackdrill.simulator.storage;

import org.rackdrill.simulator.kernel.Luck;

/** A device at work in one history: who waits there, what it does next, and what it has done. */
final class Station {

    private final Device device;
    private final Operations operations;
    private final Luck luck;
    private final int stream;

    private int first;
    private int last;
    private int waiting;
    private int served;

    /** Where the arm of a hard disk is. */
    private double head;

    /** What is in the cache of a solid-state disk, and when that was so. */
    private double cached;

    private double cachedAt;

    /** When the flushes that are under way will be done. */
    private double flushedAt;

    private double changedAt;
    private double busyMillis;
    private double underWayMillis;
    private double waitedMillis;
    private long begun;
    private long begunLate;
    private long done;

    Station(Device device, Operations operations, Luck luck, int stream) {
        this.device = device;
        this.operations = operations;
        this.luck = luck;
        this.stream = stream;
    }

    void clear() {
        first = Operations.NONE;
        last = Operations.NONE;
        waiting = 0;
        served = 0;
        head = 0;
        cached = 0;
        cachedAt = 0;
        flushedAt = 0;
        forget(0);
    }

    /** Begins to count anew. */
    void forget(double now) {
        changedAt = now;
        busyMillis = 0;
        underWayMillis = 0;
        waitedMillis = 0;
        begun = 0;
        begunLate = 0;
        done = 0;
    }

    int underWay() {
        return waiting + served;
    }

    void queue(int operation, double now) {
        pass(now);
        operations.since[operation] = now;
        operations.next[operation] = Operations.NONE;
        if (device instanceof HardDisk) {
            operations.angle[operation] = luck.of(stream).nextDouble();
            operations.drawn[operation] = luck.nextDouble();
        }
        if (waiting++ == 0) {
            first = operation;
        } else {
            operations.next[last] = operation;
        }
        last = operation;
    }

    /** Takes the operation that is served next off the queue; none when nobody waits or all channels work. */
    int take(double now) {
        if (waiting == 0 || served == device.channels()) {
            return Operations.NONE;
        }
        pass(now);
        int operation = device instanceof HardDisk disk && disk.depth() > 1 && waiting > 1 ? nearest(disk, now) : pop();
        waiting--;
        served++;
        begun++;
        if (operations.since[operation] < now) {
            begunLate++;
            waitedMillis += now - operations.since[operation];
        }
        return operation;
    }

    private int pop() {
        int operation = first;
        first = operations.next[first];
        return operation;
    }

    /** Takes the one that will be under the head first, among the oldest that the disk knows of. */
    private int nearest(HardDisk disk, double now) {
        int best = Operations.NONE;
        int beforeBest = Operations.NONE;
        double least = Double.POSITIVE_INFINITY;
        int before = Operations.NONE;
        int operation = first;
        for (int i = 0; i < disk.depth() && operation != Operations.NONE; i++) {
            double millis = positioning(disk, operation, now);
            if (millis < least) {
                least = millis;
                best = operation;
                beforeBest = before;
            }
            before = operation;
            operation = operations.next[operation];
        }
        if (beforeBest == Operations.NONE) {
            return pop();
        }
        operations.next[beforeBest] = operations.next[best];
        if (best == last) {
            last = beforeBest;
        }
        return best;
    }

    private double positioning(HardDisk disk, int operation, double now) {
        return disk.positioningMillis(
                now,
                Math.abs(operations.place[operation] - head),
                operations.drawn[operation],
                operations.angle[operation]);
    }

    /** Returns how long the device is at work for an operation that begins now. */
    double serve(int operation, double now) {
        if (device instanceof HardDisk disk) {
            double millis = positioning(disk, operation, now) + operations.bytes[operation] / disk.bytesPerMilli();
            head = operations.place[operation];
            return millis;
        }
        if (device instanceof SolidState disk) {
            return flash(disk, operation, now);
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

    void leave(double now) {
        pass(now);
        served--;
        done++;
    }

    private void pass(double now) {
        double passed = now - changedAt;
        changedAt = now;
        busyMillis += passed * served;
        underWayMillis += passed * (served + waiting);
    }

    Observed.OfDevice observed(double now, double measuredMillis) {
        pass(now);
        return new Observed.OfDevice(
                done / measuredMillis * 1000,
                busyMillis / measuredMillis / device.channels(),
                underWayMillis / measuredMillis,
                begun == 0 ? 0 : (double) begunLate / begun,
                begun == 0 ? 0 : waitedMillis / begun);
    }
}
