package org.rackdrill.live.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sandbox is called, and the addresses that follow from its number.
 *
 * @param name lower case letters and digits, 6 at most: it becomes part of the names of namespaces and links
 * @param instance the number of the sandbox, 0 to 255
 */
record Place(String name, int instance) {
    /** The nodes: three at home, the last one off site. */
    static final List<String> NODES = List.of("node1", "node2", "node3", "node4");

    /** The nodes at home. */
    static final List<String> HOME_NODES = NODES.subList(0, 3);

    /** What a sandbox can be called. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,5}");

    private static final int FIRST_HOST = 11;

    Place {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a sandbox: " + name);
        }
        if (instance < 0 || instance > 255) {
            throw new IllegalArgumentException("no number of a sandbox: " + instance);
        }
    }

    /** Returns whether a sandbox can be called that. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns the first three bytes of the addresses at home. */
    String home() {
        return "10.77." + instance;
    }

    /** Returns the first three bytes of the addresses off site. */
    String away() {
        return "10.78." + instance;
    }

    /** Returns the address of a node. */
    String address(String node) {
        int index = NODES.indexOf(node);
        if (index < 0) {
            throw new IllegalArgumentException("no node: " + node);
        }
        return (HOME_NODES.contains(node) ? home() : away()) + "." + (FIRST_HOST + index);
    }

    /** Returns the address of the power strip. */
    String strip() {
        return home() + ".2";
    }

    /** Returns how all network namespaces, machines and links of this sandbox begin. */
    String prefix() {
        return "rd-" + name + "-";
    }

    /** Returns the name of its cgroup in each hierarchy. */
    String cgroup() {
        return "rackdrill-" + name;
    }
}
