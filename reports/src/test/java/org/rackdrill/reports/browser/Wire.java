package org.rackdrill.reports.browser;

import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The line to a browser: commands with their answers, and events. */
final class Wire implements WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 60;

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    /** Sends a command and returns its answer. */
    JsonNode send(String session, String method, Map<String, Object> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> command =
                new java.util.LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        try {
            socket.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .sendText(json.writeValueAsString(command), true)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            JsonNode got = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (got.has("error")) {
                throw new IllegalStateException(method + ": " + got.get("error"));
            }
            return got.get("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer to " + method, e);
        }
    }

    /** Calls for each event of a session, from the thread that reads. */
    void listen(String session, Consumer<JsonNode> listener) {
        listeners.add(event -> {
            if (event.path("sessionId").asString("").equals(session)) {
                listener.accept(event);
            }
        });
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket.complete(opened);
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
        part.append(data);
        if (complete) {
            JsonNode message = json.readTree(part.toString());
            part.setLength(0);
            CompletableFuture<JsonNode> answer =
                    message.has("id") ? waiting.remove(message.get("id").asInt()) : null;
            if (answer != null) {
                answer.complete(message);
            } else {
                listeners.forEach(listener -> listener.accept(message));
            }
        }
        from.request(1);
        return null;
    }
}
