import './styles/index.css'
import { api } from '#api'
import { mount } from 'svelte'
import App from './shell/App.svelte'

const target = document.getElementById('app')
if (target) mount(App, { target, props: { api } })
