/* Plie from its arguments to its exit status. */
#ifndef PLIE_CLI_CLI_H
#define PLIE_CLI_CLI_H

int plie_cli_run(int argument_count, char **arguments);

#endif
