package org.rackdrill.reports.browser;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One tab, with everything it asked the network for and everything that its console said. */
public final class Tab {
    private static final int PATIENCE_SECONDS = 60;

    private final Wire wire;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String scheme = "light";
    private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();

    Tab(Wire wire, String session) {
        this.wire = wire;
        this.session = session;
        wire.listen(session, this::hear);
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** Sets the size of the window in CSS pixels. */
    public Tab size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    /** Sets {@code light} or {@code dark}. */
    public Tab scheme(String wanted) {
        scheme = wanted;
        return print(false);
    }

    /** Shows the page as paper would, or as a screen does. */
    public Tab print(boolean paper) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        paper ? "print" : "screen",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** Switches scripts on or off. */
    public Tab scripts(boolean on) {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    /** Loads a file and waits until it is there. */
    public Tab load(Path file) {
        requests.clear();
        complaints.clear();
        loaded = new CompletableFuture<>();
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        try {
            loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the page did not load", e);
        }
        return this;
    }

    /** Returns the addresses that were asked for, the page itself first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns what the console said and which exceptions were thrown. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns the value of an expression, awaited when it is a promise. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Returns a PNG of the whole page, or of the window alone. */
    public byte[] screenshot(boolean wholePage) {
        return bytes(send("Page.captureScreenshot", Map.of("captureBeyondViewport", wholePage)));
    }

    /** Returns the page as it would be printed on A4. */
    public byte[] pdf() {
        return bytes(
                send("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", true)));
    }

    private static byte[] bytes(JsonNode answer) {
        return Base64.getDecoder().decode(answer.get("data").asString());
    }

    private JsonNode send(String method, Map<String, Object> parameters) {
        return wire.send(session, method, parameters);
    }

    private void hear(JsonNode event) {
        JsonNode parameters = event.path("params");
        switch (event.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.complete(true);
            case "Network.requestWillBeSent" ->
                requests.add(parameters.path("request").path("url").asString(""));
            case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
                complaints.add(parameters.toString());
            default -> {
                // Other events are of no interest here.
            }
        }
    }
}
