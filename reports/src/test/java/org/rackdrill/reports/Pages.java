package org.rackdrill.reports;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.reports.drill.Runs;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** A page of every sample, by name. */
final class Pages {
    private Pages() {}

    static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("v1", page(Samples.v1()));
        pages.put("v0", page(Samples.v0()));
        pages.put("many", page(Samples.many(60)));
        pages.put("crowd", page(Samples.many(3000)));
        pages.put("one", page(Samples.one()));
        pages.put("empty", page(Samples.empty()));
        pages.put("silent", page(Samples.silent()));
        pages.put("hostile", page(Samples.hostile()));
        pages.put("compare", page(Samples.comparison(Samples.v0(), Samples.v1())));
        pages.put(
                "compare-more",
                page(Samples.comparison(
                        Samples.v1(), Samples.one(), Samples.v0(), Samples.hostile(), Samples.empty())));
        pages.put("capacity-busy", page(CapacitySamples.busy()));
        pages.put("capacity-easy", page(CapacitySamples.easy()));
        pages.put("capacity-hopeless", page(CapacitySamples.hopeless()));
        pages.put("capacity-circuit", page(CapacitySamples.circuit()));
        pages.put("capacity-bare", page(CapacitySamples.bare()));
        pages.put("capacity-hostile", page(CapacitySamples.hostile()));
        pages.put("plan", page(SamplePlans.v1()));
        pages.put("plan-missed", page(SamplePlans.missed()));
        pages.put("plan-nothing", page(SamplePlans.nothing()));
        pages.put("plan-alone", page(SamplePlans.alone()));
        pages.put("plan-hostile", page(SamplePlans.hostile()));
        Runs.unlike().forEach((name, run) -> pages.put(name, page(run)));
        return pages;
    }

    static String page(Replay run) {
        byte[] html =
                DrillReport.files(run, "0.1.0", "runs/2026-11-26-1400.journal").get(DrillReport.HTML);
        return new String(Optional.ofNullable(html).orElseThrow(), StandardCharsets.UTF_8);
    }

    static String page(Results results) {
        return SimulationReport.html(results, context());
    }

    static String page(Capacity capacity) {
        return CapacityReport.html(capacity, context());
    }

    static String page(Comparison comparison) {
        return ComparisonReport.html(comparison, context());
    }

    static String page(PlanResults plan) {
        return PlanReport.html(plan, context());
    }

    private static ReportContext context() {
        return new ReportContext(
                "22 November 2026", "rackdrill simulate v1 --seed 1", "rackdrill report rackdrill-out/v1/results.json");
    }
}
