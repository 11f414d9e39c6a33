// bare_window WIDTH HEIGHT: yardstick: an empty window with an OpenGL context, and nothing else.
// Shows a frame, then answers every line with one until "quit"; window.py measures it.
#include <SDL.h>
#include <SDL_opengl.h>
#include <cstdlib>
#include <iostream>
#include <string>

int main(int count, char** arguments) {
    if (count != 3 || SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    auto* window = SDL_CreateWindow("empty", 0, 0, std::atoi(arguments[1]), std::atoi(arguments[2]),
                                    SDL_WINDOW_OPENGL);
    auto* context = window == nullptr ? nullptr : SDL_GL_CreateContext(window);
    if (context == nullptr) return 1;
    glClear(GL_COLOR_BUFFER_BIT);
    SDL_GL_SwapWindow(window);
    for (std::string line; std::getline(std::cin, line) && line != "quit";)
        std::cout << "shown" << std::endl;
    SDL_GL_DeleteContext(context);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}
