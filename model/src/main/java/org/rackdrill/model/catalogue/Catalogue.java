package org.rackdrill.model.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Traits;

/** Everything that is known about parts that can be bought, installed or lived with. Immutable. */
public final class Catalogue {

    private static final List<String> FILES = List.of(
            "generic",
            "nodes",
            "os",
            "ups",
            "network",
            "disks",
            "mains",
            "storms",
            "guests",
            "protections",
            "workloads");

    private final Map<String, Entry> entries;

    private Catalogue(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * One part.
     *
     * @param like the entry that its missing values come from
     * @param traits every trait of its kind
     * @param os the operating system that it comes with; nodes only
     * @param note what else its author wants to say
     */
    public record Entry(
            String name,
            PartKind kind,
            String label,
            Optional<String> like,
            Traits traits,
            Optional<String> os,
            String note) {}

    /**
     * Reads the catalogue that ships with the program.
     *
     * @throws IllegalStateException when it has a mistake, which the message lists with file and line
     */
    public static Catalogue load() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : FILES) {
            files.put(name + ".yaml", resource(name + ".yaml"));
        }
        return of(files);
    }

    /**
     * Reads a catalogue from files.
     *
     * @throws IllegalStateException when it has a mistake
     */
    static Catalogue of(Map<String, byte[]> files) {
        List<String> mistakes = new ArrayList<>();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        files.forEach((name, bytes) -> new CatalogueFile(name, drafts, mistakes).read(bytes));
        Map<String, Entry> entries = new Inheritance(drafts, mistakes).entries();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("The catalogue has mistakes:\n" + String.join("\n", mistakes));
        }
        return new Catalogue(entries);
    }

    /** Returns the entry of that name. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** Returns the entry of that name if it is of that kind. */
    public Optional<Entry> find(String name, PartKind kind) {
        return find(name).filter(entry -> entry.kind() == kind);
    }

    /** Returns all entries, in the order of the files. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /** Returns the part of a kind that stands in where nothing better is known. */
    public Entry generic(PartKind kind) {
        return find(kind.generic()).orElseThrow(() -> new IllegalStateException("no entry " + kind.generic()));
    }

    /** Returns the generic part of a kind whose name has the most words in common with a name that nobody knows. */
    public Entry nearestGeneric(PartKind kind, String unknown) {
        Set<String> words =
                new HashSet<>(List.of(unknown.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
        Entry best = generic(kind);
        long most = 0;
        for (Entry entry : entries.values()) {
            if (entry.kind() == kind && entry.name().startsWith("generic-")) {
                long shared = List.of(
                                entry.name().substring("generic-".length()).split("-"))
                        .stream()
                        .filter(words::contains)
                        .count();
                best = shared > most ? entry : best;
                most = Math.max(most, shared);
            }
        }
        return best;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue's file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
