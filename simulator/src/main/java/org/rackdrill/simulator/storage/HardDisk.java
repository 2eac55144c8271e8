package org.rackdrill.simulator.storage;

/**
 * A hard disk: seek, turn, transfer. Platters turn at a constant speed, and each operation lies at an angle of its own,
 * so that the wait for it depends on when the arm arrives. With a queue inside the disk (NCQ) the operation that is
 * under the head first goes first.
 *
 * @param seeks how long the arm moves
 * @param turnMillis the time of one turn; positive
 * @param bytesPerMilli how fast it transfers; positive
 * @param depth among how many waiting operations it chooses, the oldest ones; 1 is first come, first served
 */
public record HardDisk(Seeks seeks, double turnMillis, double bytesPerMilli, int depth) implements Device {

    private static final double MILLIS_PER_MINUTE = 60_000;

    public HardDisk {
        Positive.number("turnMillis", turnMillis);
        Positive.number("bytesPerMilli", bytesPerMilli);
        Positive.atLeastOne("depth", depth);
        if (depth > 1 && seeks instanceof Seeks.Uniform) {
            throw new IllegalArgumentException("a disk can only choose the nearest when its seeks depend on distances");
        }
    }

    /**
     * Returns a hard disk.
     *
     * @param bytesPerSecond its sequential rate
     */
    public static HardDisk turning(double perMinute, Seeks seeks, double bytesPerSecond, int depth) {
        return new HardDisk(seeks, MILLIS_PER_MINUTE / perMinute, bytesPerSecond / 1000, depth);
    }

    @Override
    public int channels() {
        return 1;
    }

    /** Returns how long it takes from now until an operation is under the head. */
    double positioningMillis(double now, double distance, double drawn, double angle) {
        double seek = seeks.millis(distance, drawn);
        double turned = angle - (now + seek) / turnMillis;
        return seek + (turned - Math.floor(turned)) * turnMillis;
    }
}
