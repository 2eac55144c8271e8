package org.rackdrill.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.rackdrill.simulator.study.Crew;
import org.rackdrill.simulator.study.Machines;
import org.rackdrill.simulator.study.ManyMachines.LabText;
import org.rackdrill.simulator.study.Premises;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Rows;

/** The workers of a Spark master. */
final class SparkMachines implements Machines {

    private final JavaSparkContext context;
    private final LabText lab;
    private final Sharing sharing;

    SparkMachines(JavaSparkContext context, LabText lab) {
        this(context, lab, Sharing.among(context.defaultParallelism()));
    }

    SparkMachines(JavaSparkContext context, LabText lab, Sharing sharing) {
        this.context = context;
        this.lab = lab;
        this.sharing = sharing;
    }

    @Override
    public Rows begin(Premises premises, Crew crew, Progress progress) {
        return new SparkRows(context, sharing, lab, premises, progress);
    }

    @Override
    public void close() {
        context.close();
    }
}
