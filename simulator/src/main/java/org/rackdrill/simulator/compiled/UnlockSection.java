package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles encrypted pools that wait for a person or a key server after every boot. */
final class UnlockSection {

    private UnlockSection() {}

    static UnlockPlan[] compile(
            Draft draft, StorageSection storage, GuestSection guests, Map<String, Integer> nodeNumbers) {
        List<UnlockPlan> plans = new ArrayList<>();
        for (int i = 0; i < draft.lab.nodes().size(); i++) {
            Node node = draft.lab.nodes().get(i);
            int[] pools = node.pools().stream()
                    .filter(Pool::encrypted)
                    .mapToInt(pool -> storage.numbers.getOrDefault(new PoolRef(node.name(), pool.name()), -1))
                    .toArray();
            if (pools.length > 0 && node.unlock() != Node.Unlock.KEYFILE && draft.has(Behaviour.UNLOCK)) {
                plans.add(plan(draft, guests, nodeNumbers, i, pools));
            }
        }
        return plans.toArray(UnlockPlan[]::new);
    }

    private static UnlockPlan plan(
            Draft draft, GuestSection guests, Map<String, Integer> nodeNumbers, int number, int[] pools) {
        Node node = draft.lab.nodes().get(number);
        int mode = draft.mode(new Mode(
                Owner.UNLOCK,
                number,
                draft.cause(node.name(), CauseKind.UNLOCK, node.name() + "'s pools waiting for their key", 'S'),
                draft.stream(node.name() + " unlock"),
                Lifetimes.NEVER,
                Repair.atKeyboard(
                        draft.life(
                                "operator at the keyboard",
                                draft.lab.operations().operator().software()),
                        draft.site(node.site()))));
        return new UnlockPlan(
                number,
                pools,
                mode,
                node.unlock() == Node.Unlock.PROMPT,
                servers(node, number, nodeNumbers),
                node.keyServer().map(guests::of).orElse(new int[0]));
    }

    /** Any other node, unless one is named. */
    private static int[] servers(Node node, int number, Map<String, Integer> nodeNumbers) {
        if (node.keyServer().isEmpty()) {
            return IntStream.range(0, nodeNumbers.size())
                    .filter(other -> other != number)
                    .toArray();
        }
        Integer named = nodeNumbers.get(node.keyServer().get());
        return named == null ? new int[0] : new int[] {named};
    }
}
