package org.rackdrill.model.lab;

/**
 * A catalogue entry as it stands in one place of one lab, the lab file's own values laid over it.
 *
 * @param model the catalogue entry's name
 * @param label what a person calls it
 * @param traits every trait of the kind
 */
public record Part(String model, String label, PartKind kind, Traits traits) {}
