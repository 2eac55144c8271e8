package org.rackdrill.model.reading.form;

/**
 * One of several groups of keys, already read.
 *
 * @param lead the name of its leading key
 */
public record Chosen(String lead, Fields fields) {}
