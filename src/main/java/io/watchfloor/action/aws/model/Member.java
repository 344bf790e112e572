package io.watchfloor.action.aws.model;

/**
 * A parameter or a field of a structure.
 *
 * @param name as the API has it
 * @param shape what it takes
 * @param required whether the API refuses a call without it
 */
public record Member(String name, Shape shape, boolean required) {

}
