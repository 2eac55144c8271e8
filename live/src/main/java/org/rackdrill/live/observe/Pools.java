package org.rackdrill.live.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.zfs.PoolStatus;
import org.rackdrill.live.zfs.Properties;
import org.rackdrill.model.lab.PoolRef;

/** Pools of disks, as ZFS sees them. */
final class Pools {
    private final Field field;
    private final Lookouts lookouts;

    /** Which nodes have a ZFS that speaks JSON; those that are not in it have not been asked. */
    private final Map<String, Boolean> speaksJson = new ConcurrentHashMap<>();

    Pools(Field field, Lookouts lookouts) {
        this.field = field;
        this.lookouts = lookouts;
    }

    /** What is known of a pool: its status, or why there is none. */
    record Look(Optional<PoolStatus> status, Reply reply) {}

    Look look(PoolRef pool, Within within) {
        if (field.lab().cluster(pool.node()).isPresent()) {
            return new Look(Optional.empty(), Reply.unknown("nobody can look at Ceph yet"));
        }
        if (speaksJson.getOrDefault(pool.node(), true)) {
            Look json = ask("zpool-status-json", pool, within);
            if (json.status().isPresent() && json.status().get().whole()) {
                speaksJson.put(pool.node(), true);
                return json;
            }
        }
        Look text = ask("zpool-status", pool, within);
        text.status().ifPresent(status -> speaksJson.putIfAbsent(pool.node(), false));
        return text;
    }

    private Look ask(String verb, PoolRef pool, Within within) {
        Request request = Within.patient(Request.of(verb).with("pool", pool.pool()), within.left());
        Reply reply = lookouts.ask(pool.node(), request, within.left());
        return reply.done()
                ? new Look(Optional.of(PoolStatus.read(reply.body(), pool.pool())), reply)
                : new Look(Optional.empty(), reply);
    }

    Observation up(PoolRef pool, Within within) {
        return see(pool, within, PoolStatus::works);
    }

    Observation redundant(PoolRef pool, Within within) {
        return see(pool, within, PoolStatus::redundant);
    }

    Observation intact(PoolRef pool, Within within) {
        return see(pool, within, PoolStatus::intact);
    }

    private Observation see(PoolRef pool, Within within, Function<PoolStatus, Truth> question) {
        Look look = look(pool, within);
        return look.status()
                .map(status -> Seen.of(
                        question.apply(status),
                        status.words(),
                        "what zpool status says is not clear: " + status.words()))
                .orElseGet(() -> Seen.unanswered(look.reply()));
    }

    Observation used(Probe.Used probe, Within within) {
        PoolRef pool = probe.of().at();
        Request request = Request.of("zfs-get").with("dataset", pool.pool()).with("of", "used,available");
        Reply reply = lookouts.ask(pool.node(), Within.patient(request, within.left()), within.left());
        if (!reply.done()) {
            return Seen.unanswered(reply);
        }
        return Properties.read(reply.body())
                .used(pool.pool())
                .map(used -> Seen.of(used <= probe.atMost().fraction(), Seen.percent(used)))
                .orElseGet(() -> Seen.unknown("it does not say how full it is"));
    }

    /** Returns every pool of the nodes that can be asked. */
    List<PoolRef> all() {
        return field.lab().nodes().stream()
                .filter(node -> field.nodes().contains(node.name()))
                .flatMap(node -> node.pools().stream().map(pool -> new PoolRef(node.name(), pool.name())))
                .toList();
    }
}
