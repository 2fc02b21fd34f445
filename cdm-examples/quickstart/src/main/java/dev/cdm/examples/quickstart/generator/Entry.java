package dev.cdm.examples.quickstart.generator;

/**
 * That a system knows a person.
 *
 * @param person the person
 * @param key the system's key
 * @param again whether the system knows the person already under another key
 */
record Entry(Person person, String key, boolean again) {}
