package org.rackdrill.chaos.measurement;

/** One thing that a tool has measured. */
public sealed interface Measurement permits Benchmark, DiskLoad, DriveDays, DriveHealth, PoolErrors, Watched {}
