package org.rackdrill.reports.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Status;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a build server reads of a run. */
class JUnitXmlTest {
    private static final Map<String, Replay> RUNS = Runs.all();

    static Stream<String> runs() {
        return RUNS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void itIsWhatBuildServersRead(String run) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"));

        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes(run))));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void onlyARunThatPassedIsGreen(String run) throws Exception {
        boolean green = count(run, "failure") + count(run, "error") == 0;

        assertThat(green).isEqualTo(outcome(run) == Status.PASSED);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatIsCountedIsThere(String run) throws Exception {
        Element suite = suite(run);

        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(count(run, "testcase")));
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(count(run, "failure")));
        assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(count(run, "error")));
        assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(count(run, "skipped")));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void noTwoCasesShareAName(String run) throws Exception {
        assertThat(names(run)).doesNotHaveDuplicates();
    }

    /** A build server follows a case over the runs by its name. */
    @Test
    void howARunEndsDoesNotChangeTheNames() throws Exception {
        assertThat(names("drill-failed")).isEqualTo(names("drill-passed"));
        assertThat(names("drill-interrupted")).isEqualTo(names("drill-passed"));
        assertThat(names("drill-sim")).isEqualTo(names("drill-passed"));
    }

    @Test
    void brokenIsAFailure() throws Exception {
        Element failure = inside("drill-failed", "home-assistant recovers within 5 min", "failure");

        assertThat(failure.getAttribute("message")).startsWith("after 4");
    }

    @Test
    void notSeenIsAnError() throws Exception {
        Element error = inside("drill-not-seen", "always quorate: pve", "error");

        assertThat(error.getAttribute("message")).contains("nobody saw");
    }

    @Test
    void neverJudgedIsSkipped() throws Exception {
        Element skipped = inside("drill-not-steady", "home-assistant recovers within 5 min", "skipped");

        assertThat(skipped.getAttribute("message")).isEqualTo("the run ended before this could be judged");
    }

    @Test
    void anUndoThatNobodySawIsAnError() throws Exception {
        Element error = inside("drill-unverified", "every undo was seen to work", "error");

        assertThat(error.getAttribute("type")).isEqualTo("undo-unverified");
    }

    @Test
    void aRunThatWasEndedEarlyIsAnError() throws Exception {
        Element error = inside("drill-interrupted", "the drill ran to its end", "error");

        assertThat(error.getAttribute("type")).isEqualTo("interrupted");
    }

    @Test
    void timesAreThoseThatWereMeasured() throws Exception {
        Element test = (Element) inside("drill-failed", "home-assistant recovers within 5 min", "failure")
                .getParentNode();

        assertThat(Double.parseDouble(test.getAttribute("time"))).isBetween(437.0, 450.0);
        assertThat(suite("drill-passed").getAttribute("timestamp")).isEqualTo("2026-11-26T14:00:12");
    }

    private static byte[] bytes(String run) {
        return JUnitXml.write(Optional.ofNullable(RUNS.get(run)).orElseThrow());
    }

    private static Status outcome(String run) {
        return Optional.ofNullable(RUNS.get(run)).orElseThrow().outcome().status();
    }

    private static Document document(String run) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes(run)));
    }

    private static Element suite(String run) throws Exception {
        return (Element) document(run).getElementsByTagName("testsuite").item(0);
    }

    private static int count(String run, String tag) throws Exception {
        return document(run).getElementsByTagName(tag).getLength();
    }

    private static List<Element> cases(String run) throws Exception {
        NodeList nodes = document(run).getElementsByTagName("testcase");
        List<Element> cases = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            cases.add((Element) nodes.item(i));
        }
        return cases;
    }

    private static List<String> names(String run) throws Exception {
        return cases(run).stream().map(test -> test.getAttribute("name")).toList();
    }

    private static Element inside(String run, String name, String tag) throws Exception {
        Element test = cases(run).stream()
                .filter(it -> it.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(test.getElementsByTagName(tag).getLength()).as(tag).isEqualTo(1);
        return (Element) test.getElementsByTagName(tag).item(0);
    }
}
