package org.rackdrill.chaos.fault;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * How a drill says what to hit. Labels, members of clusters and sites become lists of targets when the file is read; who
 * runs what, and luck, are decided when the step starts.
 *
 * @param <T> what it leads to
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Aim<T extends Target> {

    /** Returns it as a drill file writes it. */
    String text();

    /** This one. */
    record Named<T extends Target>(T target) implements Aim<T> {
        @Override
        public String text() {
            return target.text();
        }
    }

    /**
     * All of them, each hit at the same moment.
     *
     * @param text as the file says it, such as {@code every node of pve}
     * @param targets at least one
     */
    record Every<T extends Target>(String text, List<T> targets) implements Aim<T> {
        public Every {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Some of them, drawn from the drill's seed and the step's name.
     *
     * @param text as the file says it, such as {@code any node of pve}
     * @param count from 1 to the size of {@code among}
     * @param among at least one
     */
    record Any<T extends Target>(String text, int count, List<T> among) implements Aim<T> {
        public Any {
            among = List.copyOf(among);
        }
    }

    /** The node that runs a service when the step starts. */
    record Running(String service) implements Aim<Target.Node> {
        @Override
        public String text() {
            return "the node that runs " + service;
        }
    }

    /** The node that runs the cluster's resource manager when the step starts. */
    record Master(String cluster) implements Aim<Target.Node> {
        @Override
        public String text() {
            return "the master of " + cluster;
        }
    }

    /** The pool that a service works on when the step starts. */
    record Holding(String service) implements Aim<Target.Pool> {
        @Override
        public String text() {
            return "the pool that holds " + service;
        }
    }

    /**
     * What an earlier step has hit or made; all of it when it hit several.
     *
     * @param step its name
     * @param kind what that step aims at
     */
    record OfStep<T extends Target>(String step, TargetKind kind) implements Aim<T> {
        @Override
        public String text() {
            return "the target of " + step;
        }
    }
}
