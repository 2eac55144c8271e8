package org.rackdrill.cli.real;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;

/**
 * The addresses of a further sandbox: the lab file has those of the first one, {@code 10.77.0.*} and {@code 10.78.0.*}.
 *
 * @param instance the number of the sandbox, which stands in the third place of its addresses
 */
record Shifted(int instance) {

    Lab of(Lab lab) {
        Map<String, Reach> reach = new LinkedHashMap<>();
        lab.reach()
                .forEach((name, it) -> reach.put(
                        name,
                        new Reach(
                                it.ssh().map(this::shifted),
                                it.power(),
                                it.nut().map(this::shifted),
                                it.unit(),
                                it.resource(),
                                it.check().map(this::shifted),
                                it.dataset())));
        return instance == 0 ? lab : lab.with(reach);
    }

    private String shifted(String address) {
        return address.replaceAll("\\b10\\.(77|78)\\.0\\.", "10.$1." + instance + ".");
    }
}
