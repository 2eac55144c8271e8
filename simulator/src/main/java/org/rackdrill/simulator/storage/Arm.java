package org.rackdrill.simulator.storage;

/**
 * The arm and the platters of a hard disk, with everything worked out that no operation changes: how long a seek takes is
 * asked several times for each operation.
 */
final class Arm {

    private final HardDisk disk;
    private final Seeks seeks;

    /** Whether seeks depend on distances alone. */
    private final boolean curved;

    private final double least;
    private final double root;
    private final double slope;

    Arm(HardDisk disk) {
        this.disk = disk;
        seeks = disk.seeks();
        curved = seeks instanceof Seeks.Curve;
        if (seeks instanceof Seeks.Curve curve) {
            least = curve.leastMillis();
            root = curve.root();
            slope = curve.slope();
        } else {
            least = 0;
            root = 0;
            slope = 0;
        }
    }

    /** Returns whether a seek needs a number that is drawn for it. */
    boolean draws() {
        return !curved;
    }

    /** Returns how long the arm moves. */
    double seekMillis(double distance, double drawn) {
        if (!curved) {
            return seeks.millis(distance, drawn);
        }
        return distance == 0 ? 0 : least + root * Math.sqrt(distance) + slope * distance;
    }

    /** Returns how long it takes from now until an operation is under the head. */
    double positioningMillis(double now, double distance, double drawn, double angle) {
        double seek = seekMillis(distance, drawn);
        return seek + disk.turningMillis(now + seek, angle);
    }

    /** Returns how long the platter turns until an angle is under the head. */
    double turningMillis(double now, double angle) {
        return disk.turningMillis(now, angle);
    }
}
