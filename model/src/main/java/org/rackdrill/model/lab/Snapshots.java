package org.rackdrill.model.lab;

/** How many snapshots of each kind are kept. */
public record Snapshots(int hourly, int daily, int weekly, int monthly, int yearly) {}
