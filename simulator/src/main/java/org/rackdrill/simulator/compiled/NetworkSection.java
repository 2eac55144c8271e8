package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles internet accesses, tunnels and wiring. */
final class NetworkSection {

    final List<Integer> wans = new ArrayList<>();
    final List<Integer> vpns = new ArrayList<>();

    private final Draft draft;
    private final PowerSection power;
    private final MachineSection machines;
    private final List<Link.Box> boxes;
    private final Map<String, Integer> boxNumbers = new HashMap<>();
    private final Map<String, List<Integer>> wansOf = new HashMap<>();
    private final int[] internet;

    NetworkSection(Draft draft, PowerSection power, MachineSection machines) {
        this.draft = draft;
        this.power = power;
        this.machines = machines;
        boxes = machines.boxes();
        for (int i = 0; i < boxes.size(); i++) {
            boxNumbers.put(boxes.get(i).name(), i);
        }
        internet = new int[boxes.size()];
    }

    NetworkPlan compile() {
        links(Link.Wan.class).forEach(this::wan);
        for (int i = 0; i < internet.length; i++) {
            List<Integer> wan = wansOf.getOrDefault(boxes.get(i).name(), List.of());
            int box = draft.point(boxes.get(i).name());
            internet[i] = wan.isEmpty() ? -1 : draft.structure.all(box, draft.structure.atLeast(1, wan));
        }
        List<Link.Vpn> tunnels = links(Link.Vpn.class);
        int[] tunnelPoints = tunnels.stream().mapToInt(this::vpn).toArray();
        return new NetworkPlan(
                draft.lab.sites().size(),
                boxes.stream()
                        .mapToInt(box -> machines.numbers.getOrDefault(box.name(), 0))
                        .toArray(),
                boxes.stream().mapToInt(box -> draft.site(box.site())).toArray(),
                flags(PartKind.ACCESS_POINT),
                flags(PartKind.ROUTER),
                uplinks(),
                tunnels.stream().map(this::ends).toArray(int[][]::new),
                tunnelPoints,
                internet.clone(),
                draft.lab.nodes().stream().map(this::boxesOf).toArray(int[][]::new),
                draft.lab.nodes().stream()
                        .mapToInt(node -> draft.site(node.site()))
                        .toArray(),
                homeOnAir(),
                tunnelled(tunnels));
    }

    /** Makes the point of people at home, where they have an access point. */
    private int homeOnAir() {
        boolean air = boxes.stream()
                .anyMatch(box -> draft.site(box.site()) == 0 && box.part().kind() == PartKind.ACCESS_POINT);
        if (!air) {
            return -1;
        }
        int point = draft.structure.leaf();
        draft.points.put(Draft.HOME_ON_AIR, point);
        return point;
    }

    private <L extends Link> List<L> links(Class<L> type) {
        return draft.lab.network().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void wan(Link.Wan wan) {
        int site = draft.site(wan.site());
        int number = wans.size();
        int provider = draft.structure.leaf();
        wans.add(provider);
        List<Integer> feeds = wan.poweredBy().stream().map(draft::point).toList();
        int fed = draft.structure.atLeast(1, feeds.isEmpty() ? List.of(power.mains[site]) : feeds);
        int up = draft.structure.all(provider, fed, power.standing[site]);
        draft.structure.watch(up, Watch.WAN, number);
        draft.points.put(wan.name(), up);
        wansOf.computeIfAbsent(wan.uplinkOf(), key -> new ArrayList<>()).add(up);
        outage(
                number,
                wan,
                Trait.FAILS,
                Trait.LASTS,
                CauseKind.OUTAGE,
                wan.part().label() + " outages (" + wan.name() + ")");
        outage(
                number,
                wan,
                Trait.DIPS,
                Trait.DIP_LASTS,
                CauseKind.DIP,
                wan.part().label() + " dropouts (" + wan.name() + ")");
    }

    private void outage(
            int number,
            Link.Wan wan,
            Trait<org.rackdrill.model.life.Life> every,
            Trait<org.rackdrill.model.life.Life> lasts,
            CauseKind kind,
            String label) {
        draft.mode(new Mode(
                Owner.WAN,
                number,
                draft.cause(wan.name(), kind, label, 'N'),
                draft.stream(wan.name() + " " + kind.word()),
                draft.life(Behaviour.WAN_OUTAGES, wan.name(), wan.part(), every),
                Repair.byItself(draft.life(wan.name(), wan.part(), lasts))));
    }

    private int vpn(Link.Vpn vpn) {
        int number = vpns.size();
        int leaf = draft.structure.leaf();
        vpns.add(leaf);
        List<Integer> parts = new ArrayList<>(List.of(leaf));
        for (String end : vpn.between()) {
            int box = boxNumbers.getOrDefault(end, 0);
            parts.add(internet[box] >= 0 ? internet[box] : draft.point(end));
        }
        int up = draft.structure.all(parts);
        draft.structure.watch(up, Watch.VPN, number);
        draft.points.put(vpn.name(), up);
        draft.crash(
                Owner.VPN,
                number,
                vpn.name(),
                vpn.part(),
                draft.cause(vpn.name(), CauseKind.CRASH, "tunnel " + vpn.name(), 'N'),
                draft.life(Behaviour.TUNNELS, vpn.name(), vpn.part(), Trait.CRASHES),
                0,
                draft.life(
                        "operator at the keyboard",
                        draft.lab.operations().operator().software()));
        return up;
    }

    /** Restart time of each tunnel. */
    int[] restarts() {
        return links(Link.Vpn.class).stream()
                .mapToInt(vpn -> draft.life(vpn.name(), vpn.part(), Trait.BOOT))
                .toArray();
    }

    private boolean[] flags(PartKind kind) {
        boolean[] flags = new boolean[boxes.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = boxes.get(i).part().kind() == kind;
        }
        return flags;
    }

    private int[][] uplinks() {
        List<int[]> links = new ArrayList<>();
        for (Link.Box box : boxes) {
            for (String uplink : box.uplinks()) {
                links.add(new int[] {number(box.name()), number(uplink)});
            }
        }
        return links.toArray(int[][]::new);
    }

    private int[] ends(Link.Vpn vpn) {
        return vpn.between().stream().mapToInt(this::number).toArray();
    }

    private int[] boxesOf(Node node) {
        return node.networks().stream().mapToInt(this::number).toArray();
    }

    private int number(String box) {
        return boxNumbers.getOrDefault(box, 0);
    }

    private boolean[] tunnelled(List<Link.Vpn> tunnels) {
        int count = draft.lab.sites().size();
        boolean[] joined = new boolean[count * count];
        for (Link.Vpn vpn : tunnels) {
            int a = draft.site(boxes.get(number(vpn.between().get(0))).site());
            int b = draft.site(boxes.get(number(vpn.between().get(1))).site());
            joined[a * count + b] = true;
            joined[b * count + a] = true;
        }
        return joined;
    }
}
