package org.rackdrill.cli.init;

import java.util.List;
import java.util.Optional;

/**
 * What a person says about their rack.
 *
 * @param title what they call it
 * @param machines at home
 * @param ups a UPS by its name in the catalogue
 * @param wan the internet access by its name in the catalogue
 * @param elsewhere a machine at another place
 * @param uses what people use, the most important first
 */
record Answers(
        String title,
        List<Machine> machines,
        Optional<String> ups,
        String wan,
        Optional<Machine> elsewhere,
        Person person,
        List<Use> uses) {

    Answers {
        machines = List.copyOf(machines);
        uses = List.copyOf(uses);
    }

    /**
     * A computer.
     *
     * @param model by its name in the catalogue
     */
    record Machine(String name, String model, Optional<Disks> disks) {}

    /**
     * The disks in a machine.
     *
     * @param size with its unit and kind, such as {@code 8 TB hdd}
     * @param layout as a lab file writes it
     */
    record Disks(int count, String size, String layout) {
        @Override
        public String toString() {
            return count + " x " + size + ", " + layout;
        }
    }

    /**
     * Who repairs.
     *
     * @param asleep from and to, such as {@code 23:00-07:00}
     */
    record Person(String asleep, int weeksAway) {}

    /**
     * Something that people use.
     *
     * @param precious whether its data must never be lost
     */
    record Use(String name, boolean precious) {}

    /** Returns everything that computes or keeps data, home first. */
    List<Machine> allMachines() {
        List<Machine> all = new java.util.ArrayList<>(machines);
        elsewhere.ifPresent(all::add);
        return all;
    }
}
