export { ProfileCard } from './profile-card'
export { ProfileView } from './profile-view'
