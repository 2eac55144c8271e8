package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;

/** The machines of a lab that are reached by SSH. Closing ends all connections. */
public final class SshHosts implements Hosts, Closeable {
    private final Threads threads = new Threads();
    private final Map<String, SshHost> hosts = new TreeMap<>();

    /**
     * The machines of a lab; none is connected to before it is asked.
     *
     * @param addresses for each name in the lab {@code user@host[:port] [via user@host[:port]]...}
     * @throws IllegalArgumentException when an address is none; the message says which
     */
    public SshHosts(Map<String, String> addresses, Access access) {
        addresses.forEach((name, address) -> {
            try {
                hosts.put(name, new SshHost(name, Route.parse(address), access, threads));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        });
    }

    @Override
    public Optional<Host> host(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    @Override
    public void close() {
        hosts.values().forEach(SshHost::close);
        threads.end();
    }
}
