package org.rackdrill.model.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach one thing of a lab where it really stands. No simulation looks at it.
 *
 * @param ssh of a node, {@code user@host[:port] [via user@host[:port][,...]]}: the hosts on the way, the first first
 * @param power of a node, the node that can cut its power, or {@link #RACK}
 * @param nut of a UPS, {@code name@host[:port]} of the upsd that knows it
 * @param unit of a service, its systemd unit
 * @param resource of a service, its name in the cluster, such as {@code web} or {@code vm:100}
 * @param check of a service, an address that answers while it is up; it holds no password
 * @param dataset of a service or a copy, the ZFS dataset that holds the data
 */
public record Reach(
        Optional<String> ssh,
        Optional<String> power,
        Optional<String> nut,
        Optional<String> unit,
        Optional<String> resource,
        Optional<String> check,
        Optional<String> dataset) {

    private static final Pattern LOGIN = Pattern.compile("[^@ ]+@(\\[[^]]+\\]|[^:\\s]+)(?::(\\d+))?.*");

    /** Where a node answers SSH. */
    public record Address(String host, String port) {}

    /** The power strip of a sandbox, which is no node. */
    public static final String RACK = "rack";

    /** Nothing is said. */
    public static final Reach NONE = new Reach(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Returns where its neighbours find a node. */
    public Optional<Address> address() {
        return ssh.map(LOGIN::matcher)
                .filter(Matcher::matches)
                .map(login -> new Address(
                        login.group(1).replaceAll("[\\[\\]]", ""), login.group(2) == null ? "22" : login.group(2)));
    }
}
