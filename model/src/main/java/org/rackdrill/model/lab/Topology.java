package org.rackdrill.model.lab;

/** How a UPS stands between the mains and the load. */
public enum Topology {
    /** The load always runs from the inverter: no gap, and surges stop here. */
    DOUBLE_CONVERSION,
    /** The mains passes through a regulator; a few milliseconds of gap. */
    LINE_INTERACTIVE,
    /** The mains passes through until it fails; a gap of some ten milliseconds. */
    STANDBY
}
