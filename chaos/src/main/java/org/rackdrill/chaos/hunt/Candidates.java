package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.quantity.Share;

/** The fixed list of what may break in a lab. */
public final class Candidates {

    private static final Optional<Duration> OWN_TIME = Optional.empty();
    private static final Optional<Duration> WHOLE_WEEK = Optional.empty();

    /** What ends an outage that batteries survive once. */
    static final String NEARLY_EMPTY = "the grid returns just before the nodes would shut down";

    /** What ends an outage that sets a trap for nodes whose power never goes. */
    static final String IN_THE_MIDDLE = "the grid returns while nodes shut down";

    /** What a battery still holds that has died unseen. */
    private static final Share WORN = new Share(0.05);

    private final Lab lab;
    private final List<Candidate<?>> all = new ArrayList<>();

    private Candidates(Lab lab) {
        this.lab = lab;
    }

    /** Returns the candidates of a lab, in a fixed order. */
    public static List<Candidate<?>> of(SimulatedLab simulated) {
        Candidates candidates = new Candidates(simulated.lab());
        candidates.lab.nodes().forEach(candidates::node);
        candidates.lab.network().forEach(candidates::link);
        candidates.lab.sites().forEach(site -> candidates.mains(site, simulated));
        candidates.lab.ups().forEach(candidates::ups);
        candidates.lab.nodes().forEach(candidates::pools);
        candidates.lab.services().forEach(candidates::service);
        candidates.lab.copies().forEach(candidates::copy);
        return List.copyOf(candidates.all);
    }

    private <T extends Target> void mended(Fault<? super T> fault, T target, Optional<Duration> lasts, String usual) {
        all.add(new Candidate<>(fault, target, Ending.MENDED, lasts, usual));
    }

    private <T extends Target> void passing(Fault<? super T> fault, T target, Optional<Duration> lasts, String usual) {
        all.add(new Candidate<>(fault, target, Ending.ITSELF, lasts, usual));
    }

    private void node(Node node) {
        Target.Node target = new Target.Node(node.name());
        mended(new Fault.NodePowerLoss(), target, Usual.NODE_DEAD, "a new part comes on the same day");
        mended(new Fault.NodeHang(), target, Usual.HANGS, "its watchdog or somebody resets it");
        node.networks().forEach(box -> cable(node.name(), box));
    }

    private void cable(String from, String to) {
        mended(new Fault.LinkDown(), new Target.Cable(from, to), Usual.CABLE, "somebody plugs it in");
    }

    private void link(Link link) {
        if (link instanceof Link.Box box) {
            Target.Box target = new Target.Box(box.name());
            passing(new Fault.SwitchReboot(), target, OWN_TIME, "it restarts");
            passing(new Fault.SwitchReboot(), target, Usual.BOX_DEAD, "a new one is bought");
            box.uplinks().forEach(uplink -> cable(box.name(), uplink));
        } else if (link instanceof Link.Wan) {
            mended(new Fault.WanDown(), new Target.Wan(link.name()), Usual.ACCESS, "the provider mends it");
        } else {
            mended(new Fault.LinkDown(), new Target.Vpn(link.name()), Usual.TUNNEL, "somebody looks after it");
        }
    }

    private void mains(Site site, SimulatedLab simulated) {
        Target.Mains target = new Target.Mains(site.name());
        Fault.MainsOutage outage = new Fault.MainsOutage();
        passing(new Fault.MainsDip(), target, Usual.DIP, "it passes");
        mended(outage, target, Optional.of(Usual.MAINS_SHORT), "the grid returns soon");
        Runtimes runtimes = Runtimes.of(simulated, site.name());
        runtimes.nearlyAll().ifPresent(it -> mended(outage, target, Optional.of(it), NEARLY_EMPTY));
        runtimes.inTheMiddle().ifPresent(it -> mended(outage, target, Optional.of(it), IN_THE_MIDDLE));
        mended(outage, target, Optional.of(runtimes.longer()), "the grid returns when every battery is empty");
        Target.Site whole = new Target.Site(site.name());
        all.add(new Candidate<>(new Fault.SiteLost(true), whole, Ending.NEVER, WHOLE_WEEK, "nothing is left of it"));
    }

    private void ups(Ups ups) {
        Target.Ups target = new Target.Ups(ups.name());
        mended(new Fault.UpsBatteryFault(WORN), target, WHOLE_WEEK, "nobody knows");
        mended(new Fault.UpsCommunicationLost(), target, WHOLE_WEEK, "nobody knows");
    }

    private void pools(Node node) {
        for (Pool pool : node.pools()) {
            PoolRef ref = new PoolRef(node.name(), pool.name());
            Target.Pool target = new Target.Pool(ref);
            for (int number : Disks.enough(lab, node.name(), pool)) {
                disk(pool, new Target.Disk(ref, number));
            }
            mended(new Fault.PoolHung(), target, Usual.HANGS, "somebody resets the node");
            mended(new Fault.PoolFull(new Share(1)), target, Usual.POOL_FULL, "somebody makes room");
            if (pool.encrypted()) {
                mended(new Fault.EncryptionKeyMissing(), target, WHOLE_WEEK, "nobody knows before the next boot");
            }
        }
    }

    private void disk(Pool pool, Target.Disk target) {
        String model = pool.disks().get(target.number() - 1).model();
        boolean inDrawer = lab.operations().spares().getOrDefault(model, 0) > 0;
        all.add(new Candidate<>(
                new Fault.DiskFailure(),
                target,
                Ending.REPLACED,
                inDrawer ? Usual.DISK_AT_HAND : Usual.DISK_ORDERED,
                inDrawer ? "a spare lies in the drawer" : "a new one is ordered"));
    }

    private void service(Service service) {
        Target.Service target = new Target.Service(service.name());
        if (service.guest().isPresent()) {
            passing(new Fault.ServiceCrash(), target, OWN_TIME, "whoever watches over it starts it again");
            mended(stopped(service.name()), target, Usual.BROKEN, "its owner looks after it");
        }
        if (service.data().isPresent()) {
            Target.Dataset data = new Target.Dataset(service.name());
            all.add(new Candidate<>(
                    new Fault.DatasetDeleted(true), data, Ending.NOTICED, Usual.DELETION_SEEN, "it is missed"));
            all.add(new Candidate<>(
                    new Fault.FilesEncrypted(new Share(1)),
                    data,
                    Ending.NOTICED,
                    Usual.ATTACK_SEEN,
                    "files do not open any more"));
        }
    }

    private Fault<Target.Service> stopped(String service) {
        if (lab.operations().operator().noticesBy().filter(service::equals).isPresent()) {
            return new Fault.MonitoringDown();
        }
        return lab.operations().automation().filter(service::equals).isPresent()
                ? new Fault.AutomationDown()
                : new Fault.ServiceCrash();
    }

    private void copy(Copy copy) {
        Target.Copy target = new Target.Copy(copy.service(), copy.to());
        mended(new Fault.SyncCredentialsBroken(), target, WHOLE_WEEK, "nobody knows");
    }
}
