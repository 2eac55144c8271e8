package org.rackdrill.simulator.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.Structure;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** The numbers under which the things of a lab are simulated, by their names in its file; {@link #NONE} for no such. */
public final class Names {

    /** Nothing has that name. */
    public static final int NONE = -1;

    private final CompiledLab lab;
    private final Map<String, Integer> sites = new HashMap<>();
    private final Map<String, Integer> machines = new HashMap<>();
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Integer> boxes = new HashMap<>();
    private final Map<String, Integer> wans = new HashMap<>();
    private final Map<String, Integer> vpns = new HashMap<>();
    private final Map<String, Integer> ups = new HashMap<>();
    private final Map<String, Integer> clusters = new HashMap<>();
    private final Map<String, Integer> services = new HashMap<>();
    private final Map<String, Integer> pools = new HashMap<>();
    private final Map<String, Integer> data = new HashMap<>();
    private final List<int[]> guests = new ArrayList<>();
    private final int[] wanPoints;
    private final int[] vpnPoints;
    private final int[] wanSites;
    private final int[][] vpnSites;

    Names(Lab source, CompiledLab lab) {
        this.lab = lab;
        source.sites().forEach(site -> sites.put(site.name(), sites.size()));
        for (int i = 0; i < lab.machines().length; i++) {
            machines.put(lab.machines()[i].name(), i);
        }
        for (int i = 0; i < lab.network().boxMachine().length; i++) {
            boxes.put(lab.machines()[lab.network().boxMachine()[i]].name(), i);
        }
        for (int i = 0; i < lab.nodes().length; i++) {
            nodes.put(lab.nodes()[i].name(), i);
        }
        for (int i = 0; i < lab.ups().length; i++) {
            ups.put(lab.ups()[i].name(), i);
        }
        for (int i = 0; i < lab.clusters().length; i++) {
            clusters.put(lab.clusters()[i].name(), i);
        }
        for (int i = 0; i < lab.pools().length; i++) {
            pools.put(lab.pools()[i].name(), i);
        }
        for (int i = 0; i < lab.data().length; i++) {
            data.put(lab.data()[i].name(), i);
        }
        for (int i = 0; i < lab.services().length; i++) {
            services.put(lab.services()[i].name(), i);
            guests.add(guestsOf(i));
        }
        wanSites = new int[lab.wans().length];
        vpnSites = new int[lab.vpns().length][];
        source.network().forEach(this::line);
        wanPoints = watched(Watch.WAN, lab.wans().length);
        vpnPoints = watched(Watch.VPN, lab.vpns().length);
    }

    private void line(Link link) {
        if (link instanceof Link.Wan wan) {
            wanSites[wans.size()] = site(wan.site());
            wans.put(wan.name(), wans.size());
        } else if (link instanceof Link.Vpn vpn) {
            vpnSites[vpns.size()] =
                    vpn.between().stream().mapToInt(this::siteOfBox).toArray();
            vpns.put(vpn.name(), vpns.size());
        }
    }

    private int siteOfBox(String box) {
        int number = box(box);
        return number == NONE ? NONE : lab.network().boxSite()[number];
    }

    private int[] guestsOf(int service) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lab.guests().length; i++) {
            if (lab.guests()[i].service() == service) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] watched(Watch by, int count) {
        int[] points = new int[count];
        Structure structure = lab.structure();
        for (int point = 0; point < structure.count(); point++) {
            if (structure.watch(point) == by) {
                points[structure.watcher(point)] = point;
            }
        }
        return points;
    }

    private static int in(Map<String, Integer> numbers, String name) {
        return numbers.getOrDefault(name, NONE);
    }

    /** Returns the number of a site. */
    public int site(String name) {
        return in(sites, name);
    }

    /** Returns the number of a node or box among all machines. */
    public int machine(String name) {
        return in(machines, name);
    }

    /** Returns the number of a node. */
    public int node(String name) {
        return in(nodes, name);
    }

    /** Returns the number of a router, switch or access point among all of them. */
    public int box(String name) {
        return in(boxes, name);
    }

    /** Returns the number of an internet access. */
    public int wan(String name) {
        return in(wans, name);
    }

    /** Returns the number of a tunnel. */
    public int vpn(String name) {
        return in(vpns, name);
    }

    /** Returns the number of a UPS. */
    public int ups(String name) {
        return in(ups, name);
    }

    /** Returns the number of a cluster. */
    public int cluster(String name) {
        return in(clusters, name);
    }

    /** Returns the number of a service. */
    public int service(String name) {
        return in(services, name);
    }

    /** Returns the number of a pool; {@link #NONE} for the shared storage of a cluster. */
    public int pool(PoolRef ref) {
        return in(pools, ref.toString());
    }

    /** Returns the number of the shared storage of the cluster that such a pool is named after. */
    public int ceph(PoolRef ref) {
        int cluster = cluster(ref.node());
        for (int i = 0; i < lab.storageNetwork().ceph().length; i++) {
            if (lab.storageNetwork().ceph()[i].cluster() == cluster) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * Returns the number of a disk.
     *
     * @param number in its pool, from 1
     */
    public int disk(PoolRef ref, int number) {
        int pool = pool(ref);
        return pool == NONE || number > lab.pools()[pool].disks().length
                ? NONE
                : lab.pools()[pool].disks()[number - 1];
    }

    /** Returns the number of the data of a service. */
    public int data(String service) {
        return in(data, service);
    }

    /** Returns the number of a copy. */
    public int copy(String service, PoolRef at) {
        int dataset = data(service);
        int pool = pool(at);
        for (int i = 0; i < lab.copies().length; i++) {
            CopyPlan copy = lab.copies()[i];
            if (copy.dataset() == dataset && copy.pool() == pool) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the name of a node. */
    public String nodeName(int node) {
        return lab.nodes()[node].name();
    }

    /** Returns a pool by its number. */
    public PoolRef poolRef(int pool) {
        String node = nodeName(lab.pools()[pool].node());
        return new PoolRef(node, lab.pools()[pool].name().substring(node.length() + 1));
    }

    /** Returns the numbers of the guests of a service. */
    public int[] guests(int service) {
        return guests.get(service).clone();
    }

    int[] guestsOfService(int service) {
        return guests.get(service);
    }

    int wanPoint(int wan) {
        return wanPoints[wan];
    }

    int vpnPoint(int vpn) {
        return vpnPoints[vpn];
    }

    int wanSite(int wan) {
        return wanSites[wan];
    }

    int[] vpnSites(int vpn) {
        return vpnSites[vpn];
    }
}
