package org.rackdrill.model.yaml;

/**
 * Why a file is not the YAML that we read.
 *
 * @param error whether the file cannot be used because of it
 */
public record Fault(Place place, String what, String fix, boolean error) {}
