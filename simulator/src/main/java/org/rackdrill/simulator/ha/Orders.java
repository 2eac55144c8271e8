package org.rackdrill.simulator.ha;

import java.util.List;

/** The queue of orders, which the master empties once a round. */
final class Orders {
    private final Management management;
    private final Turn turn;
    private final HaState state;

    Orders(Management management) {
        this.management = management;
        this.turn = management.turn;
        this.state = management.state;
    }

    void read() {
        List<Order> orders = List.copyOf(state.orders);
        state.orders.clear();
        for (Order order : orders) {
            if (order instanceof Order.Move move) {
                move(move);
            } else if (order instanceof Order.Stop stop) {
                if (known(stop, stop.service())) {
                    accept(stop, stop.service());
                }
            } else if (order instanceof Order.Maintenance maintenance) {
                maintain(maintenance);
            } else if (order instanceof Order.Disarm disarm) {
                new Disarming(turn).disarm(disarm);
            } else if (order instanceof Order.Arm arm) {
                new Disarming(turn).arm(arm);
            }
        }
    }

    private void move(Order.Move move) {
        if (!known(move, move.service())) {
            return;
        }
        if (!management.watch.online(move.target())) {
            turn.say(Kind.ORDER_REFUSED, move.toString());
            return;
        }
        String how = move.live() ? ServiceState.MIGRATE.name() : ServiceState.RELOCATE.name();
        Rulebook rules = management.rulebook();
        Usage usage = Usage.of(state, management.view);
        boolean refused = false;
        for (int other : rules.apart(move.service())) {
            if (usage.places(other).contains(move.target())) {
                turn.say(Kind.MOVE_REFUSED_APART, move.service(), move.target(), other, how);
                refused = true;
            }
        }
        if (refused) {
            return;
        }
        accept(move, move.service());
        for (int other : rules.together(move.service())) {
            ServiceStatus status = state.status.get(other);
            if (status != null && status.node() != move.target()) {
                turn.say(Kind.MOVES_ALONG, other, move.target(), move.service(), how);
                state.status.put(other, status.ordered(new Order.Move(other, move.target(), move.live())));
            }
        }
    }

    private boolean known(Order order, int service) {
        if (state.status.containsKey(service)) {
            return true;
        }
        turn.say(Kind.ORDER_REFUSED, order.toString());
        return false;
    }

    private void accept(Order order, int service) {
        turn.say(Kind.ORDER_READ, order.toString());
        state.status.computeIfPresent(service, (s, status) -> status.ordered(order));
    }

    private void maintain(Order.Maintenance order) {
        int node = order.node();
        if (!order.begin()) {
            if (state.node(node) != NodeState.MAINTENANCE) {
                turn.say(Kind.MAINTENANCE_MISSING, -1, node, -1, "");
            }
            state.maintenance[node] = false;
        } else if (state.node(node) == NodeState.ONLINE) {
            state.maintenance[node] = true;
        } else if (state.node(node) == NodeState.MAINTENANCE) {
            turn.say(Kind.MAINTENANCE_REPEATED, -1, node, -1, "");
        } else {
            turn.say(Kind.ORDER_REFUSED, order.toString());
        }
    }
}
