package org.rackdrill.bench;

/** An event as an object, in the order of time and then of scheduling. */
record Happening(double time, long order, int subject) implements Comparable<Happening> {

    @Override
    public int compareTo(Happening other) {
        int byTime = Double.compare(time, other.time);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
