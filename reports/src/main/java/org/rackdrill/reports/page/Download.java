package org.rackdrill.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Links that carry a small file inside the page. */
public final class Download {
    private Download() {}

    /** Returns a link to the numbers of a picture, as comma-separated values. */
    public static Element csv(String fileName, List<String> head, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder();
        appendRow(csv, head);
        rows.forEach(row -> appendRow(csv, row));
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return Element.of("p", "numbers").add(link(fileName, "text/csv", bytes, "The numbers (CSV)"));
    }

    /** Returns a link to a JSON document. */
    public static Element json(String fileName, byte[] json, String words) {
        return link(fileName, "application/json", json, words);
    }

    private static Element link(String fileName, String type, byte[] content, String words) {
        String data = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
        return Element.of("a").with("href", data).with("download", fileName).text(words);
    }

    private static void appendRow(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        csv.append("\r\n");
    }

    /** A name that begins like a formula must stay a name in a spreadsheet. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9.]+([eE]-?[0-9]+)?");
    }
}
