package org.rackdrill.reports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.reports.drill.DrillJson;
import org.rackdrill.reports.drill.DrillSections;
import org.rackdrill.reports.drill.JUnitXml;
import org.rackdrill.reports.page.Page;

/** The report about one run of a drill: the same journal gives the same bytes, whenever it is drawn. */
public final class DrillReport {
    /** The page for people. */
    public static final String HTML = "drill.html";

    /** All of it for programs. */
    public static final String JSON = "drill.json";

    /** The checks for build servers. */
    public static final String JUNIT = "junit.xml";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private DrillReport() {}

    /**
     * Returns the content of each file by its name.
     *
     * @param rackdrill the version of the program
     * @param journal the file that the run was read from, as the reader would give it to a command
     */
    public static Map<String, byte[]> files(Replay run, String rackdrill, String journal) {
        byte[] json = DrillJson.write(run, rackdrill, journal);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(HTML, html(run, rackdrill, journal, json).getBytes(StandardCharsets.UTF_8));
        files.put(JSON, json);
        files.put(JUNIT, JUnitXml.write(run));
        return files;
    }

    private static String html(Replay run, String rackdrill, String journal, byte[] json) {
        String title = run.plan().map(plan -> plan.drill().name()).orElse("what earlier drills left");
        String date = run.opened().map(first -> date(first.date())).orElse("nobody can say when");
        return Page.document("Rackdrill: " + title, DrillSections.of(run, date, rackdrill, journal, json));
    }

    private static String date(LocalDateTime date) {
        return DATE.format(date);
    }
}
