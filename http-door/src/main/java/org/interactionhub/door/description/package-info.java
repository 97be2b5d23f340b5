/**
 * The description of a service's HTTP interface, {@code /v3/api-docs}: paths and schemas are read from the code, the words
 * and examples come from {@code openapi/*.yaml} of each module.
 */
@NullMarked
package org.interactionhub.door.description;

import org.jspecify.annotations.NullMarked;
