package org.rackdrill.cli;

import java.util.concurrent.locks.LockSupport;

/** A program that heeds an interruption and then takes for ever to wind down. */
final class Unhurried {

    private Unhurried() {}

    public static void main(String... arguments) {
        Interruption interruption = new Interruption();
        interruption.heed();
        System.out.println("Working");
        while (!interruption.requested()) {
            LockSupport.parkNanos(1_000_000);
        }
        System.out.println("Winding down");
        while (interruption.requested()) {
            LockSupport.parkNanos(1_000_000_000);
        }
    }
}
