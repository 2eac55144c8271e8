package org.rackdrill.simulator.storage;

/**
 * A hard disk: seek, turn, transfer. Platters turn at a constant speed, and each place has its angle, so that the wait
 * for it depends on when the arm arrives, and what is read and written back takes a whole turn. With a queue inside the disk (NCQ) the operation that is
 * under the head first goes first.
 *
 * @param seeks how long the arm moves
 * @param turnMillis the time of one turn; positive
 * @param bytesPerMilli how fast it transfers; positive
 * @param depth how many operations are in its queue besides the one it serves; 1 is first come, first served
 * @param lateDepth how many of these may write what memory holds already, since nobody waits for it
 * @param idleDepth how many of these may work in the background; 0: only while nobody else wants anything
 */
public record HardDisk(Seeks seeks, double turnMillis, double bytesPerMilli, int depth, int lateDepth, int idleDepth)
        implements Device {

    /** What answers more random operations a second has no arm. */
    public static final double MOST_PER_SECOND = 400;

    private static final double MILLIS_PER_MINUTE = 60_000;

    /** What a random operation of data sheets and formulas reads. */
    private static final double RANDOM_BYTES = 4096;

    /** As many as the queue of a SATA disk holds. */
    private static final int USUAL_DEPTH = 32;

    /** Beside the mean seek, as data sheets have it: 0.8, 8.5 and 17 ms, say. */
    private static final double LEAST_SEEK = 0.1;

    private static final double MOST_SEEK = 2;

    public HardDisk {
        Positive.number("turnMillis", turnMillis);
        Positive.number("bytesPerMilli", bytesPerMilli);
        Positive.atLeastOne("depth", depth);
        Positive.atLeastOne("lateDepth", lateDepth);
        if (depth > 1 && seeks instanceof Seeks.Uniform) {
            throw new IllegalArgumentException("a disk can only choose the nearest when its seeks depend on distances");
        }
    }

    /** A hard disk whose whole queue is open to late writes, and whose background waits for everybody. */
    public HardDisk(Seeks seeks, double turnMillis, double bytesPerMilli, int depth) {
        this(seeks, turnMillis, bytesPerMilli, depth, depth, 0);
    }

    /** Returns the same disk under a system that lets other work into its queue. */
    public HardDisk letting(int late, int idle) {
        return new HardDisk(seeks, turnMillis, bytesPerMilli, depth, Math.min(depth, late), Math.min(depth, idle));
    }

    /**
     * Returns a hard disk.
     *
     * @param bytesPerSecond its sequential rate
     */
    public static HardDisk turning(double perMinute, Seeks seeks, double bytesPerSecond, int depth) {
        return new HardDisk(seeks, MILLIS_PER_MINUTE / perMinute, bytesPerSecond / 1000, depth);
    }

    /**
     * Returns the hard disk that the two figures of a catalogue belong to. The access time is that of one random
     * operation after the other; the part of it that is no turn is the mean seek. How fast the platters turn follows
     * from the figure too, since faster disks answer more: 7,200 a minute below 100 operations a second, 10,500 below
     * 150, 15,000 above.
     *
     * @param randomPerSecond at most {@link #MOST_PER_SECOND}
     * @param bytesPerSecond its sequential rate
     */
    public static HardDisk ofFigures(double randomPerSecond, double bytesPerSecond) {
        Positive.number("randomPerSecond", randomPerSecond);
        if (randomPerSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("no arm moves " + randomPerSecond + " times a second");
        }
        double perMinute = randomPerSecond < 100 ? 7200 : randomPerSecond < 150 ? 10_500 : 15_000;
        double turn = MILLIS_PER_MINUTE / perMinute;
        double seek = 1000 / randomPerSecond - turn / 2 - RANDOM_BYTES / bytesPerSecond * 1000;
        return turning(
                perMinute, new Seeks.Curve(LEAST_SEEK * seek, seek, MOST_SEEK * seek), bytesPerSecond, USUAL_DEPTH);
    }

    @Override
    public int channels() {
        return 1;
    }

    /** Returns how long the platter turns until an angle is under the head. */
    double turningMillis(double now, double angle) {
        double turned = angle - now / turnMillis;
        return (turned - Math.floor(turned)) * turnMillis;
    }
}
