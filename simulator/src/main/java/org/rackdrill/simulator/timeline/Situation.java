package org.rackdrill.simulator.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a Proxmox cluster, as far as its manager's script depends on it.
 *
 * @param member the place of the member that it is about
 * @param master the place of the member that led when that one was lost
 * @param before the members with a majority before
 * @param after the members with a majority afterwards
 * @param how the member was lost
 * @param roundsAway for how many rounds it is missing when others come back, or -1: it is lost now
 * @param second of the round in which the change happens
 */
record Situation(int member, int master, long before, long after, Loss how, int roundsAway, int second) {

    /** Loses its member now. */
    static final int NOW = -1;

    /** Says the same without making an object. */
    boolean is(int aMember, int aMaster, long wereBefore, long areAfter, Loss lost, int rounds, int secondOfRound) {
        return member == aMember
                && master == aMaster
                && before == wereBefore
                && after == areAfter
                && how == lost
                && roundsAway == rounds
                && second == secondOfRound;
    }

    static int hash(int member, int master, long before, long after, Loss how, int roundsAway, int second) {
        long hash = before * 0x9E3779B97F4A7C15L + after;
        hash = hash * 31 + member;
        hash = hash * 31 + master;
        hash = hash * 31 + how.ordinal();
        hash = hash * 31 + roundsAway;
        hash = hash * 31 + second;
        hash *= 0xD1342543DE82EF95L;
        return (int) (hash >>> 32);
    }

    boolean loses() {
        return roundsAway == NOW;
    }

    boolean isBack() {
        return has(after, member);
    }

    /** Returns whoever takes part in it, in order. */
    List<Integer> members() {
        return places(before | after | 1L << member);
    }

    /** Returns whoever is lost now, or was and is only now back, or still is not. */
    List<Integer> missing() {
        return places((before | after | 1L << member) & ~(loses() ? after : before));
    }

    List<Integer> returning() {
        return places(after & ~before);
    }

    static boolean has(long set, int place) {
        return (set >>> place & 1) != 0;
    }

    static List<Integer> places(long set) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < Long.SIZE; i++) {
            if (has(set, i)) {
                places.add(i);
            }
        }
        return places;
    }
}
