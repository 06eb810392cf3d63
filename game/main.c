#include "cli/cli.h"

#include <SDL.h>

int main(int argument_count, char **arguments) {
    return plie_cli_run(argument_count, arguments);
}
