package org.rackdrill.simulator.storage;

/**
 * One direction of a network cable: what goes over it goes one after the other. How long a packet is under way is no work
 * of the cable and stands elsewhere.
 *
 * @param bytesPerMilli what it carries of data, without what protocols add; positive
 */
public record Line(double bytesPerMilli) implements Device {

    public Line {
        Positive.number("bytesPerMilli", bytesPerMilli);
    }

    @Override
    public int channels() {
        return 1;
    }
}
