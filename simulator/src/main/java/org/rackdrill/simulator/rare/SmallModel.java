package org.rackdrill.simulator.rare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.simulator.exact.Chain;

/** A {@link MarkovModel} with so few states that each can be looked at: everything about it is exact. */
final class SmallModel {

    /** A chain of so many states is solved within a second. */
    static final int MOST_STATES = 1000;

    private final List<int[]> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final MarkovModel model;

    private record Transition(int from, int to, double rate) {}

    /** An array that equals another one with the same numbers. */
    private static final class State {
        private final int[] numbers;

        State(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State it && Arrays.equals(numbers, it.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    private SmallModel(MarkovModel model) {
        this.model = model;
    }

    /** Returns a model with its states, or nothing when there are more than {@link #MOST_STATES}. */
    static Optional<SmallModel> of(MarkovModel model) {
        SmallModel small = new SmallModel(model);
        Moves moves = new Moves();
        small.number(model.start());
        for (int i = 0; i < small.states.size(); i++) {
            moves.of(model, small.states.get(i));
            for (int move = 0; move < moves.count(); move++) {
                int to = small.number(moves.target(move));
                small.transitions.add(new Transition(i, to, moves.rate(move)));
            }
            if (small.states.size() > MOST_STATES) {
                return Optional.empty();
            }
        }
        return Optional.of(small);
    }

    private int number(int[] state) {
        Integer known = numbers.get(new State(state));
        if (known != null) {
            return known;
        }
        int[] copy = state.clone();
        states.add(copy);
        numbers.put(new State(copy), states.size() - 1);
        return states.size() - 1;
    }

    /** Returns the share of time spent in rare states. */
    double unavailability() {
        Chain chain = new Chain(states.size());
        transitions.forEach(it -> chain.rate(it.from(), it.to(), it.rate()));
        double[] share = chain.stationary();
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += model.rare(states.get(i)) ? share[i] : 0;
        }
        return sum;
    }

    /** Returns the mean time from the start to the first rare state. */
    double timeToFirst() {
        return 1 / untilRare().absorptionRate();
    }

    /** Returns the chance of a rare state before everything is whole again. */
    double chanceInACycle() {
        double[] share = renewed().stationary();
        double leaving = transitions.stream()
                .filter(it -> it.from() == 0)
                .mapToDouble(Transition::rate)
                .sum();
        return share[share.length - 1] / (share[0] * leaving);
    }

    /** The states that are not rare, and behind them all those that are, as one. */
    private Chain untilRare() {
        int[] place = new int[states.size()];
        int count = 0;
        for (int i = 0; i < place.length; i++) {
            place[i] = model.rare(states.get(i)) ? -1 : count++;
        }
        Chain chain = new Chain(count + 1);
        for (Transition it : transitions) {
            if (place[it.from()] >= 0) {
                chain.rate(place[it.from()], place[it.to()] < 0 ? count : place[it.to()], it.rate());
            }
        }
        return chain;
    }

    /** The same chain, which goes back to the start once in a unit of time when it has met a rare state. */
    private Chain renewed() {
        Chain chain = untilRare();
        int last = 0;
        for (int[] state : states) {
            last += model.rare(state) ? 0 : 1;
        }
        return chain.rate(last, 0, 1);
    }
}
